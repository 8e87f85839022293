"""The events of one text: tellings of the same contact join, and take their day, place and parties."""
