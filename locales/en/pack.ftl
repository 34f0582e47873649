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

## Legal statuses of children: Wales

pack-status-wales-none = No plan or order
pack-status-wales-care-and-support = Care and support plan
pack-status-wales-protection-register = On the Child Protection Register
pack-status-wales-section-76 = Looked after by agreement (section 76)
pack-status-wales-interim-care-order = Interim care order
pack-status-wales-care-order = Care order
pack-status-wales-care-order-home = Care order, living at home
pack-status-wales-supervision-order = Supervision order
pack-status-wales-placement-order = Placement order
pack-status-wales-emergency-protection = Emergency protection order
pack-status-wales-police-protection = Police protection
pack-status-wales-special-guardianship = Special guardianship order
pack-status-wales-child-arrangements = Child arrangements order
pack-status-wales-remand = On remand
pack-status-wales-not-born = Not born yet
pack-status-wales-not-known = Not known

## Legal statuses of children: England

pack-status-england-none = No plan or order
pack-status-england-section-17 = Child in need (section 17)
pack-status-england-protection-plan = Child protection plan
pack-status-england-section-20 = Looked after by agreement (section 20)
pack-status-england-interim-care-order = Interim care order
pack-status-england-care-order = Care order
pack-status-england-care-order-home = Care order, living at home
pack-status-england-supervision-order = Supervision order
pack-status-england-placement-order = Placement order
pack-status-england-emergency-protection = Emergency protection order
pack-status-england-police-protection = Police protection
pack-status-england-special-guardianship = Special guardianship order
pack-status-england-child-arrangements = Child arrangements order
pack-status-england-remand = On remand
pack-status-england-not-born = Not born yet
pack-status-england-not-known = Not known

## Legal statuses of children: Northern Ireland

pack-status-northern-ireland-none = No plan or order
pack-status-northern-ireland-child-in-need = Child in need (Article 17)
pack-status-northern-ireland-protection-register = On the Child Protection Register
pack-status-northern-ireland-article-21 = Looked after by agreement (Article 21)
pack-status-northern-ireland-interim-care-order = Interim care order
pack-status-northern-ireland-care-order = Care order
pack-status-northern-ireland-care-order-home = Care order, living at home
pack-status-northern-ireland-supervision-order = Supervision order
pack-status-northern-ireland-emergency-protection = Emergency protection order
pack-status-northern-ireland-police-protection = Police protection
pack-status-northern-ireland-residence-order = Residence order
pack-status-northern-ireland-not-born = Not born yet
pack-status-northern-ireland-not-known = Not known

## Legal bases of stays

pack-basis-wales-section-76 = Looked after for each stay (section 76)
pack-basis-wales-section-15 = Preventative service (section 15), not looked after
pack-basis-wales-part-4 = Care and support (Part 4), not looked after
pack-basis-wales-care-order = Care order
pack-basis-wales-none = Not decided, no stays
pack-basis-england-section-20 = Looked after for each stay (section 20)
pack-basis-england-section-17 = Child in need (section 17), not looked after
pack-basis-england-care-order = Care order
pack-basis-england-none = Not decided, no stays
pack-basis-northern-ireland-article-21 = Looked after for each stay (Article 21)
pack-basis-northern-ireland-article-18 = Family support (Article 18), not looked after
pack-basis-northern-ireland-care-order = Care order
pack-basis-northern-ireland-none = Not decided, no stays
