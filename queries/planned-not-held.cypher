// title: Planned, and not held
// description: Events that were proposed, planned or postponed and that no source tells of as held.
// family: time
// cost: every event of the graph that has these statuses
// param country: side (none) Only those it was to take part in.
// param today: last_day (none) The day to judge by: events due before it are overdue.
// param known_by: moment (none) What the graph showed then, instead of now.
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// column due: date Last day it may have been planned for.
// column overdue: boolean Whether that day is past; empty without a day to judge by.
// column sources: integer Different texts that tell of it.
// example: today=2025-05-01

MATCH (e:Event)
WHERE e.status IN ['planned', 'postponed', 'proposed']
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND ($country IS NULL OR EXISTS { MATCH (e)<-[:TOOK_PART]-(s:Country|Organization {id: $country}) })
RETURN e.id AS event, e.date AS date, e.kind AS kind, e.status AS status, e.title AS title, e.sides AS sides,
  e.latest AS due, e.latest < $today AS overdue, e.sources AS sources
ORDER BY e.earliest, e.latest, e.id
