"""Short texts for telephones and loudspeakers, from the frozen notice and nothing else.

Comes in: a published notice and its address.  Goes out: text; who sends or reads it out
is not the program's business.
"""

from gongshi.channels.group import group_text
from gongshi.channels.sms import Sms, sms
from gongshi.channels.speech import Speech, speech

__all__ = ["Sms", "Speech", "group_text", "sms", "speech"]
