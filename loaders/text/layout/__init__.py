"""The parts of a text: headline, dateline, body, tables, lists; and what is no part of the article."""
