// A person may hold an office twice: tenures have a key by which a load finds the one that stands.
MATCH ()-[h:HELD_OFFICE]->() WHERE h.key IS NULL SET h.key = coalesce(h.start, '') + '/' + coalesce(h.end, '');
