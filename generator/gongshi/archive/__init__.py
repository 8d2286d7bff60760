"""One term as a BagIt bag that proves itself: put together, verified and restored."""
