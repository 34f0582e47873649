## The list and the search

family-list-title = Families
family-list-empty = No families here yet. A family appears when it is referred.
family-list-caption = Families, the latest first
family-search-title = Find a family
family-search-empty = No family found. Try the beginning of a name, or the reference.
family-search-many = More than { NUMBER($max) } found. Add another name or a date of birth.
family-search-found = Found: { NUMBER($n) }
family-search-short = Write at least two letters

## The family’s page

family-title = { $name } family
family-title-no-name = Family { $reference }
family-reference = Reference
family-level-none = Support has not begun
family-level-with = With { $carers } · at this level since { $on }
family-people = People
family-people-children = Children
family-people-adults = Adults at home
family-people-empty = Nobody is named yet.
family-person-child = Child
family-person-adult = Adult
family-person-not-born = Not born yet, expected { $month }
family-person-born = Born { $day }
family-person-age = Age
family-person-age-not-known = Age not known
family-person-about = About { $age }
family-person-known-as = Known as
family-person-name-not-known = Name not known
family-person-relationship = Relationship
family-person-legal-status = Legal status
family-person-reason = Reason for referral
family-person-speaks = Speaks
family-person-reads = Reads
family-person-reminders = Reminders in
family-person-languages-differ = Speaks { $speaks }, reads { $reads }
family-person-left = No longer in this family
family-referrals = Referrals
family-needs = Areas of need
family-needs-none = No areas chosen
family-going-well = What is going well
family-worries = What worries people
family-services = Other services
family-hard-before = What made it hard to get help before
family-next = Next
family-next-none = Nothing is planned yet.

## Languages people speak, read and are reminded in

family-language-en = English
family-language-cy = Welsh
family-language-ga = Irish
family-language-pl = Polish
family-language-ar = Arabic
family-language-uk = Ukrainian
family-language-ro = Romanian
family-language-pt = Portuguese
family-language-bfi = British Sign Language
family-language-isg = Irish Sign Language
family-language-other = Another language
family-language-both = Welsh and English

## What has happened

family-timeline-title = What has happened
family-timeline-empty = Nothing has happened yet. The referral will be the first thing here.
family-timeline-everything = Everything
family-timeline-referrals = Referrals
family-timeline-entries = Entries
family-timeline-older = Earlier
family-timeline-newer = Later
family-timeline-plan = The plan, version { NUMBER($version) }
family-timeline-plan-end = Support planned until { $on }
family-timeline-plan-open = Open this version

## History: every change, from the journal

family-history-title = History
family-history-intro = Every change to this record, newest first. Nothing here can be edited or taken out.
family-history-empty = No changes yet.
family-history-caption = Changes to this record
family-history-erased = This part was erased. That it existed is kept.
family-history-before = Before
family-history-after = After

## Who has looked

family-looked-title = Who has looked
family-looked-intro = Everyone who opened this record, and why they could.
family-looked-intro-family = Everyone who opened what is written about you. We show what their job is, not their name.
family-looked-empty = Nobody has looked yet.
family-looked-caption = Who opened this record
family-looked-more = { $who } and others
family-looked-times =
    { $n ->
        [one] once
       *[other] { $n } times
    }
family-looked-worried = If someone should not have looked, tell the programme team.

## Who can see this

family-see-title = Who can see this
family-see-intro = The people who may open this record today.
family-see-emergency = Others may open it for four hours in an emergency. They must say why, and a second person reviews it.
family-see-protected = Somebody is kept from seeing this record.
family-see-of = Who can see this: { $family }
family-see-caption = Who may open this record today
family-see-job = Job
family-see-by = Because
family-see-by-match = Of the match: they support the family, or supervise that
family-see-by-cover = They stand in, until { $on }
family-see-by-work = They work with the family
family-see-by-referral = They referred the family
family-see-by-area = Their job is about the whole area
family-see-own = Children and adults of the family with an account of their own see their own part, and nobody else’s.
family-see-parts = Not everybody reads everything: what was written of visits is for those who support the family, and a concern is kept from whom it is about.
family-see-urgent = Opened urgently now: { NUMBER($n) }

## Safe ways to make contact

family-safe-title = Safe ways to make contact
family-safe-none = No safe way to make contact is written down. Ask before you ring.
family-safe-number = A number that is safe
family-safe-times = Times that are safe
family-safe-times-hint = For example, after 3pm, when the children are at school
family-safe-no-message = Do not leave a message
family-safe-address-hidden = The address must not be shown
family-safe-address-hidden-hint = It is kept apart. Opening it needs a reason and is journalled.
family-safe-note = Anything else about contact
family-safe-must-not = Who must not collect, call or know
family-safe-must-not-hint = Name, relationship and why. Everyone who opens the record sees this first.
family-safe-must-not-none = Nobody is named.

## Addresses

family-address-title = Address
family-address-none = No address is written down.
family-address-protected = The address is protected
family-address-protected-hint = Somebody could be in danger if it is known.
family-address-open = Show the protected address
family-address-reason = Why do you need it?
family-address-reason-visit = To visit today
family-address-reason-safety = To keep somebody safe
family-address-reason-post = To send a letter
family-address-reason-correct = To put it right
family-address-reason-empty = Choose why you need the address
family-address-opened = You opened this address { $when }. It is journalled.
family-address-do-not-copy = Do not copy it into messages or other systems.

## Exports

family-export-title = Take this record out
family-export-intro = The file holds what you may see, with your name and the day on each page.
family-export-made-for = Made for { $who }, { $when }

## What a parent or young person sees of their own

family-own-title = About my family
family-own-hello = Hello, { $name }
family-own-intro = This is what is written about you, and who can read it.
family-own-intro-young = This is what is written about you, and who can read it.
family-own-nothing = Nothing is written about you yet.
family-own-nothing-young = Nothing is written about you yet.
family-own-my-details = My details
family-own-my-words = What I think
family-own-wrong = Is something wrong? Tell your social worker or the programme team and we will look at it with you.
family-own-wrong-young = Is something wrong? Tell someone you trust in the team and we will look at it with you.
family-own-who-reads = Who can read this
family-own-only-you = Other people in your family do not see your part.
family-own-only-you-young = Other people in your family do not see your part.
family-own-not-safe = I do not feel safe
family-own-not-safe-body = If you are in danger now, ring 999. If you cannot speak, press 55 when asked.
family-own-not-safe-body-young = If you are in danger now, ring 999. If you cannot speak, press 55 when asked. You can ring Childline for free on 0800 1111.
family-address-reason-collect = To collect a child or bring one home
family-address-reason-letter = To send a letter
family-address-reason-emergency = Somebody may be in danger
family-address-reason-court = For a court or a formal meeting
family-own-reads = Your social worker and their team manager, the programme team, and the safeguarding lead.
family-own-reads-young = Your social worker and their team manager, the programme team, and the safeguarding lead.
family-person-more = More about { $person }
family-language-so = Somali
family-language-ur = Urdu
family-language-tr = Turkish
family-language-bn = Bengali
family-kept-collect = Collect a child
family-kept-call = Call, write or visit
family-kept-know = Know where they live or that we are there
family-person-responsible = Parental responsibility
family-person-communication = Helps to understand and be understood
family-person-disability = Disability or illness
family-person-ethnicity = Ethnic group
family-orders-title = Court orders
family-kept-away = { $who } must not: { $ways }
family-kept-away-mark = Somebody must be kept away
