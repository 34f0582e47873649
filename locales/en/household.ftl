## The list

household-list-title = Carers
household-list-intro = A carer supports up to four families at a time. Each card shows the places of one household.
household-list-free = Places free: { NUMBER($free) } of { NUMBER($places) }
household-list-empty-title = No carers yet
household-list-empty-text = Carers stand here with their four places. Write down the first household, and families can be matched with it.
household-place-free = Place free
household-place-family = A family
household-place-begins = From { $on }

## One household

household-one = Carer’s household
household-carers = Carers
household-adults = Other adults who live there
household-adults-none = Nobody else
household-supervisor = Supervising social worker
household-supervisor-none = Nobody yet
household-approval = Approved
household-approval-from = Approved from
household-approval-to = Approved until
household-approval-span = From { $from } to { $to }
household-approval-open = From { $from }, with no end set
household-approval-ended = Approval ended { $on }
household-terms = Terms of approval
household-terms-children = Children at once: { NUMBER($n) }
household-terms-ages = Ages { NUMBER($from) } to { NUMBER($to) }
household-terms-none = Nothing more is said
household-places = Places for families
household-weekends = Weekends offered each month
household-languages = Languages they speak
household-skills = Areas they know well
household-none = Not recorded
household-postcode = Postcode
household-home = About the home
household-preferences = What they would rather do, and what not
household-ready = A new family
household-ready-now = Ready now
household-ready-from = Ready from { $on }
household-ready-not-now = Not now
household-away = Away
household-away-none = No time away is planned
household-away-span = { $from } to { $to }
household-away-now = Away until { $on }
household-away-why-holiday = Holiday
household-away-why-unwell = Unwell
household-away-why-training = Training
household-away-why-own-family = Something in their own family
household-away-why-other = Something else
household-away-take-back = Not away after all
household-families = Families
household-closed = Takes part no more since { $on }

## Writing a household down

household-new-title = Write down a carer’s household
household-change-title = Change what is written
household-form-intro = Only what is needed to find the right carer for a family. The authority’s own record of the carer stays where it is.
household-form-who-sees = The carers themselves, their supervising social worker, the team manager, the safeguarding lead and the programme team of this area.
household-form-site = Programme area
household-form-carer-one = First carer
household-form-carer-two = Second carer
household-form-carer-two-hint = Where a couple is approved together. They share the same four places.
household-form-name = Full name
household-form-account = Their account
household-form-account-hint = With an account a carer sees the offers made to them and the families they support.
household-form-account-none = No account yet
household-form-adults-hint = One name on each line.
household-form-approved-to-hint = Leave it empty if no end is set.
household-form-children-max = How many children at once
household-form-ages-from = Youngest, in years
household-form-ages-to = Oldest, in years
household-form-terms-hint = What the approval says, if it says more: named children, no babies, and the like.
household-form-places-hint = At most four families at a time. A carer may start with fewer.
household-form-languages-hint = Tick every language one of them can speak with a family.
household-form-skills-hint = By training, or from their own experience.
household-form-postcode-hint = For how far it is to a family. It is not shown to families.
household-form-home-hint = Pets, a garden, stairs, who is at home by day.
household-form-send = Save
household-made = The household is written down.
household-changed = The changes are saved.
household-close-title = Takes part no more
household-close-intro = The household leaves the list. What was written stays, and it cannot be offered a family.
household-close-on = Last day
household-close-send = Take off the list
household-closed-done = The household is off the list.

## Away, and ready

household-away-title = Say when you are away
household-away-title-other = Say when they are away
household-away-intro = Nobody is counted against for being away. It helps to find somebody to stand in.
household-away-from = First day away
household-away-to = Last day away
household-away-why = Why
household-away-send = Save
household-away-set = Saved. The programme team can see it.
household-away-taken = Taken back.
household-ready-title = Ready for a new family?
household-ready-question = A new family
household-ready-now-hint = A family can be offered from today.
household-ready-from-choice = From a day
household-ready-from-hint = Say from when.
household-ready-not-now-hint = No family is offered until this is changed.
household-ready-day = From
household-ready-send = Save
household-ready-saved = Saved. The programme team can see it.

## What is wrong

household-problem-no-carer = Write the name of at least one carer
household-problem-too-many = At most { NUMBER($max) } people of one household are written down
household-problem-same-account = Both carers have the same account: each has their own
household-problem-account-elsewhere = This account is a carer of another household
household-problem-account-without-name = Write the name of the carer whose account this is
household-problem-own-supervisor = A carer does not supervise their own household
household-problem-approved-from = Enter the day the approval began
household-problem-approved-order = The approval ends before it begins
household-problem-children = Enter how many children, 1 or more, or leave it empty
household-problem-ages = Enter two ages from 0 to 17, the younger first, or leave both empty
household-problem-places = Choose from 1 to 4 places
household-problem-weekends = Choose from 0 to 5 weekends
household-problem-postcode = This is not a postcode
household-problem-site = Choose the programme area
household-problem-too-few-places = They support { NUMBER($families) } families now: more than the places chosen
household-problem-has-families = They support { NUMBER($families) } families: find each another carer first
household-problem-carer-left-out = A carer who has families would lose their account: end or change those matches first
household-problem-closed = This household takes part no more
household-problem-away-order = The last day away is before the first
household-problem-away-from = Enter the first day away
household-problem-away-to = Enter the last day away
household-problem-away-over = These days are over already
household-problem-away-long = At most a year at once
household-problem-away-already = They are away already from { $from } to { $to }
household-problem-away-why = Choose why
household-problem-not-away = This time away is not there any more
household-problem-ready = Choose one
household-problem-ready-day = Enter the day from which a family can be offered
household-problem-future = This day is still to come
household-problem-close-on = Enter the last day
household-means-state = Whether the household takes a new family
household-means-places = How many families it can support at once
household-means-free = How many of its places are free
household-means-languages = What is spoken there
household-means-approval = The last day of its approval, where there is one
