"""Who acts: persons, offices, sides, the phrases that stand for them, and whom later mentions mean."""
