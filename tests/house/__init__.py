"""Tests of the repository itself: import arrows, sizes of files, generated files, documents, the wheel."""
