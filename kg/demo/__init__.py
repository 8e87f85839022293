"""Example articles: ``articles.jsonl``, written for this project in our own words about public facts.

Two accounts of one meeting differ on purpose (the city, a title), so that a conflict can be seen.
"""
