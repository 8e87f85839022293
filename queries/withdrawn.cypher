// title: Withdrawn claims
// description: What was taken out of the consolidated graph, when and why: by a person, or because its source was read anew without it.
// family: evidence
// cost: every claim of the graph that was withdrawn
// param known_by: moment (none) What had been taken out, and not brought back, by then.
// param limit: integer (100) At most so many rows of each.
// column claim: text Id of the claim.
// column attribute: text What it is about.
// column value: text The value.
// column source: text Id of the source.
// column recorded: text When it was recorded.
// column withdrawn: text When it was withdrawn.
// column reason: text Why, in the words of whoever did it; empty where its source was read anew without it.

MATCH (w:Withdrawal)-[:WITHDRAWS]->(s:Source)
WHERE coalesce(w.at < $known_by, true) AND coalesce(w.undone >= $known_by, w.undone IS NULL)
WITH w, s
MATCH (s)<-[:STATED_IN]-(c:Claim)
RETURN c.id AS claim, c.attribute AS attribute, c.value AS value, s.id AS source, c.recorded AS recorded, w.at AS withdrawn, w.reason AS reason
ORDER BY withdrawn DESC, claim
LIMIT $limit
UNION ALL
MATCH (c:Claim)
WHERE c.withdrawn > '' AND coalesce(c.withdrawn < $known_by, true)
WITH c, [(c)-[:STATED_IN]->(s:Source) | s.id][0] AS source
RETURN c.id AS claim, c.attribute AS attribute, c.value AS value, source, c.recorded AS recorded, c.withdrawn AS withdrawn, '' AS reason
ORDER BY withdrawn DESC, claim
LIMIT $limit
