"""What tells of an event: verbs and nouns of contact, travel, agreement, sanction; one sentence to frames."""
