// title: Cancelled, postponed, denied
// description: Contacts that did not take place, or that somebody denies.
// family: contacts
// cost: every event of the graph that has these statuses
// param country: side (none) Only those it was to take part in.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param known_by: moment (none) What the graph showed then, instead of now.
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// column sources: integer Different texts that tell of it.
// example: country=China

MATCH (e:Event)
WHERE e.status IN ['cancelled', 'denied', 'postponed']
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND ($country IS NULL OR EXISTS { MATCH (e)<-[:TOOK_PART]-(s:Country|Organization {id: $country}) })
  AND ($fuzzy = 'possible' OR (coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)))
RETURN e.id AS event, e.date AS date, e.kind AS kind, e.status AS status, e.title AS title, e.sides AS sides, e.sources AS sources
ORDER BY e.earliest, e.latest, e.id
