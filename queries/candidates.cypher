// title: Pairs that may be one
// description: Events, officials, and unnamed participants with who held their office, that a person may judge; likeliest first.
// family: quality
// cost: every candidate of the graph
// param thing: text (none) Only event, official or holder.
// param limit: integer (100) At most so many rows.
// column candidate: text Id of the candidate.
// column thing: text event, official, or holder (inferred from reference data).
// column score: number From 0 to 1; it orders the list and decides nothing.
// column one: text The one, in words.
// column other: text The other, in words.
// column parts: list What the score is made of.
// column one_id: text Id of the one.
// column other_id: text Id of the other.
// column unsure: boolean Whether a person looked and could not tell.
// example: limit=10

MATCH (c:Candidate)
WHERE $thing IS NULL OR c.thing = $thing
RETURN c.id AS candidate, c.thing AS thing, c.score AS score, c.names[0] AS one, c.names[1] AS other, c.parts AS parts,
  c.one AS one_id, c.other AS other_id, coalesce(c.unsure, false) AS unsure
ORDER BY score DESC, candidate
LIMIT $limit
