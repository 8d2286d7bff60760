"""Working days of the State Council's calendar."""
