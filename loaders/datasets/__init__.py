"""Records of event data sets: rows are codings, which collapse to what they code."""
