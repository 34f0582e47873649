## Nations

pack-nation-wales = Wales
pack-nation-england = England
pack-nation-northern-ireland = Northern Ireland
pack-nation-scotland = Scotland
pack-title = Words and law of a nation
pack-version = In force from { $day-short }
pack-source = Source
pack-statuses = Legal statuses
pack-bases = Legal bases of stays
pack-vocabulary = What things are called here
pack-looked-after = Looked after
pack-not-looked-after = Not looked after
pack-by-order = By order of a court

## Things every nation has a name for

pack-concept-host-body = Body that hosts the programme
pack-concept-core-statute = Main law
pack-concept-front-door = Where people first ask
pack-concept-assessment = Assessment
pack-concept-level-of-need = Level of need
pack-concept-help-at-home = Help while living at home
pack-concept-plan = The authority’s plan
pack-concept-protection = Child protection
pack-concept-in-care = In care
pack-concept-voluntary-accommodation = In care by agreement
pack-concept-prevention-programme = Prevention programme
pack-concept-vetting = Checks on people
pack-concept-regulator = Regulator
pack-concept-statistics = Statistics
pack-concept-practice-model = Practice model
