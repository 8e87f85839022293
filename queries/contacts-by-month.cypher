// title: Contacts by month
// description: For each month: contacts that were certainly in it, and those that may have been. Undated ones stand in a row of their own.
// family: time
// cost: every contact of the graph, of the sides that are named, or of the window
// param a: side (none) Only contacts of this country or organisation.
// param b: side (none) And of this one.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// column month: text Year and month; empty for contacts whose date is not known.
// column certain: integer Contacts whose every possible day lies in it.
// column possible: integer Further contacts that may have been in it.
// example: a=Russia b=USA

CALL () {
  MATCH (e:Contact)
  WHERE $a IS NULL AND $b IS NULL
  RETURN e
  UNION
  UNWIND [id IN [$a, $b] WHERE id IS NOT NULL] AS id
  MATCH (:Country|Organization {id: id})-[:TOOK_PART]->(e)
  WITH e, count(DISTINCT id) AS among
  WHERE among = CASE WHEN $a <> $b THEN 2 ELSE 1 END
  RETURN e
}
WITH e
WHERE e:Contact AND coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH e, 12 * e.earliest.year + e.earliest.month - 1 AS first, 12 * e.latest.year + e.latest.month - 1 AS last
UNWIND CASE WHEN first IS NULL OR last IS NULL THEN [-1] ELSE range(first, last) END AS at
WITH at, CASE WHEN first = last THEN 1 ELSE 0 END AS sure
WHERE at = -1 OR (coalesce(at >= 12 * $since.year + $since.month - 1, true)
  AND coalesce(at <= 12 * $until.year + $until.month - 1, true))
WITH at, sum(sure) AS certain, count(*) - sum(sure) AS possible
RETURN CASE at WHEN -1 THEN '' ELSE toString(at / 12) + '-' + right('0' + toString(at % 12 + 1), 2) END AS month, certain, possible
ORDER BY CASE at WHEN -1 THEN 1 ELSE 0 END, at
