## Finding visits

search-visits-title = Find a visit
search-visits-intro = By day, kind of support, carer and family.
search-visits-sealed = What was written of visits is sealed, one family at a time, so nobody can search through it. Open the family to read.
search-family = Name of somebody in the family
search-family-hint = The beginning of a name is enough.
search-carer = Carer
search-carer-hint = The families they support or supported, while they did. A name above comes first.
search-kind = Kind of support
search-any = Any
search-from = From
search-to = To
search-period = From { $from } to { $to }
search-none = No visit found. { $period }
search-caption = Visits, the latest first
search-when = When
search-by = Written or planned by
search-state = What came of it
search-minutes = Minutes
search-stage-done = Took place
search-stage-planned = Planned
search-stage-cancelled = Called off
search-stage-missed = Did not take place
search-problem-order = The last day is before the first
