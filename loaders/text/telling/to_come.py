"""What a contact is that only words before its noun tell of: one that is prepared, or whose day is to be set."""

from __future__ import annotations

import re

TO_COME = re.compile(
    r"(?<!\bno )(?<!\bno specific )(?<!\bno concrete )\b(?:dates?(?: in \w+)?|timing|schedule|preparations?|plans?"
    r"|groundwork|(?:pav|clear|prepar)(?:es?|s|ed|ing)? the way|(?:iron|work|sort|hammer)\w* out (?:the )?details"
    r"|negotiations|arrangements?|preparing|prepared)"
    r"(?: (?:(?:are|were|is|was) )?(?:ongoing|underway|under way|being made|in place))?"
    r" (?:of|for)"
    r"(?: (?!(?:after|following|during|at|anniversary)\b)[\w.'-]+){0,9}$"
    r"|\bpreparing (?:an?|the|his|her)(?: [\w-]+){0,2}$"
    r"|\bagenda(?: items)? for(?: [\w.'-]+){0,9}$"
    r"|\b(?:ahead|in advance) of(?: [\w.'-]+){0,6}$"
    r"|\bwill be (?:highlighted|marked|capped|preceded|followed|rounded off) by(?: [\w.'-]+){0,4}$"
    r"|\b(?:(?:will|would|(?:is|are) (?:due |set |expected )?to) (?:also )?include"
    r"|(?:agenda|schedule|itinerary|program|programme)(?: \w+){0,2} (?:includes?|is|are))"
    r"(?: [\w.'-]+){0,4}$"
    r"|\bto (?:arrange|schedule|set up|prepare(?: for)?) (?:an?|the|his|her|their|its)"
    r"(?: (?!(?:meeting|talks)\b)[\w.'’-]+){0,4}$"
    r"|\b(?:(?:on (?:his|her|their|the|its) way|en route|bound) (?:to|for)|comes? (?:[\w-]+ )?(?:ahead of|before))"
    r"(?: (?!(?:meeting|talks|summit|visit)\b)[\w.'’-]+){0,3}$"
    r"|\beve of (?:an?|the|his|her|their|its|(?:[\w.]+ ){1,4}['’]s?)(?: [\w-]+){0,3}$"
    r"|\b(?:will (?:coincide with|precede)|precedes?)(?: [\w.'-]+){0,9}$"
    r"|\blook(?:s|ed|ing)? forward to(?: [\w.'-]+){0,9}$"
    r"|\b(?:agreements?|deal|pact|accord|decision|promise|pledge) to (?:hold|have|host|begin|start|open|resume|convene)"
    r"(?: [\w.'-]+){0,3}$"
    r"|\b(?:heads?|goes|carries|enters|walks|takes) (?:[\w'-]+ ){0,6}?into(?: [\w.'-]+){0,3}$"
    r"|\b(?:expects?|awaits?) (?:his|her|their|its|the)(?: (?!(?:to|from)\b)[\w-]+){0,2}$"
    r"|\b(?:talks|negotiations|discussions|contacts|efforts) to (?:hold|arrange|convene|organi[sz]e|schedule)"
    r"(?: [\w.'-]+){0,3}$"
    r"|\bagreed?(?: in principle| tentatively)? (?:to|on)"
    r"(?! (?:postpone|cancel|call off|put off|delay|defer|suspend|scrap|shelve|skip)\b)"
    r"(?: (?!(?:after|following|during|at|in)\b)[\w.'-]+){0,3}$"
)
"""Read "the date of X's", "preparations for the": what has a date to be set is to come."""
