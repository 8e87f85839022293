// title: What persons changed
// description: Sources withdrawn, claims put first, and judgements: by whom, when, why, and whether it was undone.
// family: evidence
// cost: every withdrawal, ranking and judgement of the graph
// param known_by: moment (none) What had been changed, and undone, by then.
// param limit: integer (100) At most so many rows of each.
// column at: text When.
// column what: text withdrawal, ranking or judgement.
// column subject: text Id of the source or claim, or of the judgement.
// column by: text Who did it.
// column reason: text Why.
// column undone: text When it was undone, or empty.
// column undone_by: text Who undid it.
// example: limit=10

MATCH (w:Withdrawal)
WHERE coalesce(w.at < $known_by, true)
WITH w, CASE WHEN coalesce(w.undone < $known_by, true) THEN w END AS then
RETURN w.at AS at, 'withdrawal' AS what, w.source AS subject, w.by AS by, w.reason AS reason, coalesce(then.undone, '') AS undone,
  coalesce(then.undone_by, '') AS undone_by
ORDER BY at DESC, subject
LIMIT $limit
UNION ALL
MATCH (r:Ranking)
WHERE coalesce(r.at < $known_by, true)
WITH r, CASE WHEN coalesce(r.undone < $known_by, true) THEN r END AS then
RETURN r.at AS at, 'ranking' AS what, r.claim AS subject, r.by AS by, r.reason AS reason, coalesce(then.undone, '') AS undone,
  coalesce(then.undone_by, '') AS undone_by
ORDER BY at DESC, subject
LIMIT $limit
UNION ALL
MATCH (j:Judgement)
WHERE coalesce(j.at < $known_by, true)
WITH j, CASE WHEN coalesce(j.undone < $known_by, true) THEN j END AS then
RETURN j.at AS at, 'judgement' AS what, j.id AS subject, j.by AS by, j.reason AS reason, coalesce(then.undone, '') AS undone,
  coalesce(then.undone_by, '') AS undone_by
ORDER BY at DESC, subject
LIMIT $limit
