## Names and states

referral-one = Referral
referral-heading = Referral { $reference }
referral-state = State
referral-state-draft = Draft
referral-state-submitted = Waiting for a decision
referral-state-information-asked = More information asked for
referral-state-waiting = On the waiting list
referral-state-matched = Matched
referral-state-not-accepted = Not accepted
referral-state-withdrawn = Withdrawn
referral-state-merged = Joined with another referral
referral-family-state-submitted = Somebody asked for help for you. We will tell you when it is decided.
referral-family-state-submitted-young = Somebody asked for help for you. We will tell you when it is decided.
referral-family-state-waiting = We said yes. You are waiting for a carer.
referral-family-state-waiting-young = We said yes. You are waiting for a carer.
referral-family-state-not-accepted = We cannot help this time. Your social worker can tell you why.
referral-family-state-not-accepted-young = We cannot help this time. Your social worker can tell you why.
referral-family-state-withdrawn = The request for help was taken back.
referral-family-asked = Asked for help for you
referral-family-asked-young = Asked for help for you
referral-reference = Reference
referral-received = Received
referral-received-on = Received { $on }
referral-by = Referred by
referral-site = Programme area
referral-children = Children
referral-adults = Adults at home
referral-children-count = Children: { NUMBER($n) }
referral-adults-count = Adults: { NUMBER($n) }
referral-summary = Summary
referral-print-title = Referral { $reference }, printed { $on }

## Why a child is referred

referral-reason = Why this child is referred
referral-reason-risk-of-care = May come into care without support
referral-reason-risk-of-care-hint = The child lives at home and the aim is that they stay there.
referral-reason-reunification = Returning home
referral-reason-reunification-hint = The child has been in care and is coming home.
referral-reason-mixed = Different reasons for different children
referral-reason-not-given = Reason not given

## Refer a family: one page

referral-refer-title = Refer a family
referral-refer-intro = This takes about ten minutes. What you type keeps itself, so you can stop and come back.
referral-refer-voluntary = Taking part is the family’s choice. Talk with them before you send this.
referral-refer-who-sees = The programme team in this area, you and your team manager, and the safeguarding lead. The family can ask for a copy of their own part.
referral-refer-danger = If a child is in danger now, ring 999. This form is not read at once.
referral-refer-site = Programme area
referral-refer-site-hint = The area where the family lives.
referral-refer-received = Date of the referral
referral-refer-received-hint = The day you and the family agreed to ask. Today if you leave it empty.
referral-refer-children = Children and young people
referral-refer-children-hint = Every child in the family, also one who is not born yet.
referral-refer-adults = Adults at home
referral-refer-adults-hint = Parents and other adults who care for the children. They may live in two homes.
referral-refer-child = Child { NUMBER($n) }
referral-refer-adult = Adult { NUMBER($n) }
referral-refer-add-child = Add a child
referral-refer-add-adult = Add an adult
referral-refer-remove-person = Remove: { $person }
referral-refer-forename = First name
referral-refer-surname = Last name
referral-refer-known-as = Known as
referral-refer-known-as-hint = The name this person likes to be called, if it is another.
referral-refer-birth = Date of birth
referral-refer-birth-hint = For example, 27 3 2015. If you know only the month or the year, leave the rest empty.
referral-refer-birth-expected = This child is not born yet: the date is when the baby is expected
referral-refer-birth-not-known = The date of birth is not known
referral-refer-relationship = Relationship to the children
referral-refer-relationship-child = Place in the family
referral-refer-relationship-hint = In the family’s own words: mum, grandad, step-father
referral-refer-parental-responsibility = Has parental responsibility
referral-refer-speaks = Likes to speak
referral-refer-reads = Likes to read
referral-refer-reminders = Likes reminders in
referral-refer-legal-status = Legal status
referral-refer-legal-status-hint = As it is today.
referral-refer-address = Address
referral-refer-address-hint = Street, town and postcode
referral-refer-postcode = Postcode
referral-refer-same-address = Lives at the same address as the first adult
referral-refer-needs = Areas of need
referral-refer-needs-hint = Choose every area where support would help.
referral-refer-going-well = What is going well
referral-refer-going-well-hint = Strengths, people who help, things this family is proud of.
referral-refer-worries = What worries people
referral-refer-worries-hint = Whose worry it is, and what happened. Write it as if the child will read it one day.
referral-refer-services = Other services with the family now
referral-refer-hard-before = What has made it hard to get help before
referral-refer-send = Send the referral
referral-refer-check = Check the answers
referral-refer-draft-kept = Draft kept { $when }
referral-refer-draft-continue = You began a referral { $when }.
referral-refer-draft-open = Carry on with it
referral-refer-draft-delete = Delete the draft
referral-refer-draft-deleted = The draft is deleted.
referral-refer-sent-title = Referral sent
referral-refer-sent-body = Its reference is { $reference }. The programme manager decides next, and you will see the decision here.
referral-refer-no-agreement-title = Referrals are closed in this area
referral-refer-no-agreement-body = There is no information sharing agreement in force, so no new family can be referred.
referral-refer-capacity = Places free today: { NUMBER($free) } of { NUMBER($places) }
referral-refer-capacity-waiting = Families waiting today: { NUMBER($n) }

## Problems in the form, in the order of the page

referral-problem-site = Choose the programme area
referral-problem-received-unreal = Date of the referral: enter a real date
referral-problem-received-future = Date of the referral: it must be today or earlier
referral-problem-no-child = Add at least one child
referral-problem-no-adult = Add at least one adult at home
referral-problem-people-max = A referral can name up to { NUMBER($max) } people. Send the rest with a second referral.
referral-problem-name-empty = { $person }: enter a first name, a last name or the name they are known by
referral-problem-name-long = { $person }: a name can have up to { NUMBER($max) } characters
referral-problem-birth-empty = { $person }: enter a date of birth, or say that it is not known
referral-problem-birth-unreal = { $person }: enter a real date of birth, like 27 3 2015
referral-problem-birth-short-year = { $person }: write the year of birth with four figures
referral-problem-birth-part = { $person }: a day needs its month and year; a month needs its year
referral-problem-birth-future = { $person }: the date of birth is in the future. If the child is not born yet, say so below the date
referral-problem-birth-far = { $person }: a baby is expected within a year. Check the date
referral-problem-birth-early = { $person }: the year of birth must be 1900 or later
referral-problem-birth-expected-past = { $person }: the baby was expected before today. Enter the date of birth, or a later date
referral-problem-birth-adult = { $person }: this date of birth makes them a child. Move them to the children, or check the date
referral-problem-birth-child = { $person }: this date of birth makes them an adult. Move them to the adults, or check the date
referral-problem-same-person = { $person }: the same name and date of birth stand twice on this form
referral-problem-reason = { $person }: choose why this child is referred
referral-problem-legal-status = { $person }: choose the legal status, or “not known”
referral-problem-relationship-long = { $person }: the relationship can have up to { NUMBER($max) } characters
referral-problem-language = { $person }: choose a language from the list
referral-problem-phone = { $person }: check the safe phone number
referral-problem-safe-long = { $person }: the safe contact can have up to { NUMBER($max) } characters
referral-problem-address-long = { $person }: the address can have up to { NUMBER($max) } characters
referral-problem-needs = Choose at least one area of need
referral-problem-going-well = Write what is going well
referral-problem-worries = Write what worries people
referral-problem-text-long = { $field }: use { NUMBER($max) } characters or fewer
referral-problem-taking-part = { $person }: say whether they agree to take part
referral-problem-taking-part-why = { $person }: write why agreement is not given
referral-problem-sharing = { $person }: say on what basis information is shared
referral-problem-sharing-basis = { $person }: choose the lawful basis they were told about
referral-problem-decided = This referral was decided already
referral-problem-before-received = The date cannot be before the referral was received, { $on }
referral-problem-future = The date must be today or earlier
referral-problem-decision = Choose to accept or not to accept
referral-problem-why = Choose why it is not accepted
referral-problem-entry = Write what happened
referral-problem-withdraw-reason = Write why the referral is withdrawn

## A warning does not stop the form

referral-warning-maybe-known = This family may be here already. Check before you send:
referral-warning-maybe-known-reference = A record that may be the same: { $reference }
referral-warning-no-birth = { $person }: no date of birth. The referral can be sent without it.
referral-warning-no-consent = { $person }: agreement is not given. The referral can be sent; the reason is kept.

## The board

referral-board-title = Referrals
referral-board-intro = The referrals you may see, newest first.
referral-board-empty = No referrals yet. A referral appears here as soon as it is sent.
referral-board-empty-filter = No referrals in this state.
referral-board-filter = Show
referral-board-to-decide = To decide: { NUMBER($n) }
referral-board-column-family = Family
referral-board-column-received = Received
referral-board-column-state = State
referral-board-column-children = Children
referral-board-column-reason = Reason
referral-board-column-by = Referred by
referral-board-decide = Decide
referral-board-caption = Referrals by the day they were received

## Deciding

referral-decide-title = Decide this referral
referral-decide-intro = A referral that is not accepted is kept with its reason: it is how we learn who we could not help.
referral-decide-question = What do you decide?
referral-decide-accept = Accept
referral-decide-accept-hint = The family goes on the waiting list today.
referral-decide-not-accept = Do not accept
referral-decide-not-accept-hint = The referral closes and keeps the reason and the places of today.
referral-decide-why = Why it is not accepted
referral-decide-reason = In your words
referral-decide-reason-hint = The family may read this. Say what would need to be different.
referral-decide-on = Date of the decision
referral-decide-send = Save the decision
referral-decided-accepted = Accepted. The family is on the waiting list.
referral-decided-not-accepted = Not accepted. The reason is kept with the referral.
referral-decision = Decision
referral-decision-by = Decided by
referral-decision-on = Decided on
referral-why-full = No place free
referral-why-full-hint = Every carer supports as many families as they can.
referral-why-not-eligible = Not a family the programme is for
referral-why-not-eligible-hint = No child is at risk of care or coming home, or the family lives outside the area.
referral-why-family-declined = The family chose not to
referral-why-family-declined-hint = Taking part is always their choice.
referral-why-other-service = Another service fits better
referral-why-other-service-hint = Say which one, and who tells the family.
referral-capacity = Places on that day
referral-capacity-carers = Carers: { NUMBER($n) }
referral-capacity-places = Places: { NUMBER($n) }
referral-capacity-free = Places free: { NUMBER($n) }
referral-capacity-waiting = Families waiting: { NUMBER($n) }

## Withdrawing

referral-withdraw-title = Withdraw this referral
referral-withdraw-intro = The family leaves the list. The referral and your reason are kept.
referral-withdraw-reason = Why it is withdrawn
referral-withdraw-send = Withdraw
referral-withdrawn = Withdrawn. The reason is kept.

## The waiting list

referral-waiting-title = Waiting list
referral-waiting-intro = Families that were accepted and wait for a carer, longest wait first.
referral-waiting-empty = No family is waiting. Accept a referral and the family appears here.
referral-waiting-since = Waiting since
referral-waiting-for = Waiting: { $span }
referral-waiting-column-wait = Wait
referral-waiting-column-needs = Areas of need
referral-waiting-column-languages = Languages
referral-waiting-column-ages = Children’s ages
referral-waiting-export = Download the waiting list
referral-waiting-export-hint = The file holds names. You prove it is you first, and the download is journalled.
referral-waiting-caption = Families waiting, longest first

## Entries on a referral

referral-entry-title = Add entry
referral-entry-text = What happened
referral-entry-text-hint = Facts first, then opinion. Write as if the child will read it.
referral-entry-on = When
referral-entry-send = Save the entry
referral-entry-saved = The entry is saved.
referral-entries = Entries
referral-entries-empty = No entries yet. Add what you hear and do while the family waits.
referral-entry-by = { $who }, { $when }

## What happened to it, for the timeline

referral-event-made = Referred
referral-event-accepted = Accepted for the waiting list
referral-event-not-accepted = Not accepted
referral-event-withdrawn = Withdrawn
referral-event-entry-added = Entry added
referral-event-information-asked = More information asked for
referral-event-merged = Joined with another referral
