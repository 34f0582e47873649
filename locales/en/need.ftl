## The nine areas of need, from the programme’s published role pack

need-title = Areas of need
need-routines = Routines
need-routines-hint = Bedtime, mealtimes, getting to school
need-budgeting = Budgeting
need-budgeting-hint = Making the money last, bills, shopping
need-healthy-living = Healthy living
need-healthy-living-hint = Food, sleep, being active, seeing the doctor and dentist
need-wellbeing = Mental and physical wellbeing
need-wellbeing-hint = How people feel, worry, pain, illness
need-behaviour = Behaviour
need-behaviour-hint = Hard times at home or school, and what helps
need-access-to-support = Access to support
need-access-to-support-hint = Finding, reaching and keeping help from others
need-family-relationships = Family relationships
need-family-relationships-hint = Getting on together, listening, being close
need-dealing-with-crisis = Dealing with crisis
need-dealing-with-crisis-hint = What to do when things go very wrong
need-play-and-stimulation = Play and stimulation
need-play-and-stimulation-hint = Playing, reading and learning together
