// title: What was judged to be one, or not
// description: Judgements on pairs of events and officials: by whom, when, why, and whether they were undone.
// family: evidence
// cost: every judgement of the graph
// param thing: text (none) Only on event, official or holder.
// param known_by: moment (none) What had been judged, and undone, by then.
// param limit: integer (100) At most so many rows.
// column at: text When.
// column judgement: text Id of the judgement.
// column thing: text event, official or holder.
// column verdict: text same, different or unsure.
// column one: text The one, in words.
// column other: text The other, in words.
// column by: text Who, or which rule.
// column made: text person or rule.
// column reason: text Why.
// column undone: text When it was undone, or empty.
// column undone_by: text Who undid it.
// example: limit=10

MATCH (j:Judgement)
WHERE ($thing IS NULL OR j.thing = $thing) AND coalesce(j.at < $known_by, true)
WITH j, CASE WHEN coalesce(j.undone < $known_by, true) THEN j END AS then
RETURN j.at AS at, j.id AS judgement, j.thing AS thing, j.verdict AS verdict, j.names[0] AS one, j.names[1] AS other, j.by AS by,
  j.made AS made, j.reason AS reason, coalesce(then.undone, '') AS undone,
  coalesce(then.undone_by, '') AS undone_by
ORDER BY at DESC, judgement
LIMIT $limit
