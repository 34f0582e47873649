## Names and states

referral-one = Referral
referral-heading = Referral { $reference }
referral-state = State
referral-state-draft = Draft
referral-state-submitted = Waiting for a decision
referral-state-information-asked = More information asked for
referral-state-waiting = On the waiting list
referral-state-matched = Matched
referral-state-closed = Support ended
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
referral-family-state-closed = The support you had has ended. You can ask for it again.
referral-family-state-closed-young = The support you had has ended. You can ask for it again.
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
referral-refer-speaks = Likes to speak
referral-refer-reads = Likes to read
referral-refer-reminders = Likes reminders in
referral-refer-legal-status = Legal status
referral-refer-legal-status-hint = As it is today.
referral-refer-address = Address
referral-refer-postcode = Postcode
referral-refer-needs = Areas of need
referral-refer-needs-hint = Choose every area where support would help.
referral-refer-going-well = What is going well
referral-refer-going-well-hint = Strengths, people who help, things this family is proud of.
referral-refer-worries = What worries people
referral-refer-worries-hint = Whose worry it is, and what happened. Write it as if the child will read it one day.
referral-refer-services = Other services with the family now
referral-refer-hard-before = What has made it hard to get help before
referral-refer-home = Home { NUMBER($n) }
referral-refer-add-home = Add another home
referral-refer-remove-home = Remove: { $home }
referral-refer-street-hint = House, street and town. Leave it empty if you do not know it.
referral-refer-lives = Who lives here
referral-refer-lives-hint = All the time or part of it. A child may live in two homes.
referral-refer-languages = Languages
referral-refer-authority-id = Number in your own system
referral-refer-authority-id-hint = So that this record and yours can be put side by side. Only you and the programme team see it.
referral-refer-services-hint = Health visitor, school, mental health, housing. What each one does.
referral-refer-hard-before-hint = Times, travel, language, trust, being judged. So that we do not do it again.
referral-refer-responsible-title = Who decides for each child
referral-refer-responsible = Who has parental responsibility for { $child }?
referral-refer-responsible-authority = The authority
referral-refer-responsible-other = Somebody else with parental responsibility
referral-refer-responsible-other-hint = Name, and who they are to the child.
referral-refer-orders-title = Court orders
referral-refer-orders-hint = An order says who may do something and who must not. Leave this out if there is none.
referral-refer-order = Court order { NUMBER($n) }
referral-refer-add-order = Add a court order
referral-refer-order-says = What it says
referral-refer-order-says-hint = Who may, and who must not.
referral-refer-order-about = Who it is about
referral-refer-order-made = Made on
referral-refer-order-ends = Holds until
referral-refer-kept = Person kept away { NUMBER($n) }
referral-refer-add-kept = Add somebody who must be kept away
referral-refer-kept-who = Who it is
referral-refer-kept-who-hint = Name, and who they are to the family.
referral-refer-kept-ways = They must not
referral-refer-kept-about = Who they are kept from
referral-refer-remove-line = Remove: { $line }
referral-refer-communication = What helps this person understand and be understood
referral-refer-communication-hint = An interpreter, large print, easy read, signing, more time.
referral-refer-disability = What a disability or illness means for this person
referral-refer-disability-hint = In their words, as far as they want us to know.
referral-refer-ethnicity = Ethnic group
referral-refer-ethnicity-hint = We ask so that we can see whether we are there for everybody. Nobody has to say.
referral-refer-ethnicity-not-said = Not asked, or rather not say
referral-refer-ethnicity-words = In their own words
referral-refer-why-hint = If agreement is not given. In their words.
referral-refer-begin = Start a referral
referral-refer-drafts = Referrals you have begun
referral-refer-drafts-max = You have as many drafts as fit. Send or delete one, then start a new one.
referral-refer-draft-nameless = A family without a name yet
referral-refer-draft-goes = Deleted after { $on }
referral-refer-draft-delete-hint = Everything typed here is lost. Nobody else has seen it.
referral-refer-send = Send the referral
referral-refer-check = Check the answers
referral-refer-draft-continue = You began a referral { $when }.
referral-refer-draft-delete = Delete the draft
referral-refer-draft-deleted = The draft is deleted.
referral-refer-sent-title = Referral sent
referral-refer-sent-reference = Its reference is { $reference }.
referral-refer-no-agreement-title = Referrals are closed in this area
referral-refer-no-agreement-body = There is no information sharing agreement in force, so no new family can be referred.
referral-refer-capacity = Places free today: { NUMBER($free) } of { NUMBER($places) }
referral-refer-capacity-waiting = Families waiting today: { NUMBER($n) }

## The pages of the form

referral-step-start = The area and the day
referral-step-people = Who is in the family
referral-step-people-hint = Add everybody first, then say a little about each.
referral-step-homes = Where they live
referral-step-homes-hint = One home or several. Mark a home that must stay hidden.
referral-step-going-well-label = In their words, or yours
referral-step-needs = What would help
referral-step-services = Help now and before
referral-step-safety = Who decides, and who must be kept away
referral-step-safety-hint = This keeps people safe. Leave out what does not fit this family.
referral-step-contact-hint = Ask each adult, alone if you can. A wrong call can put somebody in danger.
referral-step-about = What each likes us to know
referral-step-about-hint = Asked kindly, answered only by those who want to.
referral-tasks-title = This referral, page by page
referral-tasks-intro = Fill in the pages in any order. What you type keeps itself, and you can carry on from another computer.
referral-task-done = Done
referral-task-look = Look again
referral-task-to-do = To do
referral-task-if-you-like = If it fits
referral-check-first = Some answers are missing. Each line leads to one of them.
referral-check-nothing = Nothing written
referral-check-about = About: { $people }
referral-check-order-made = Made on { $on }
referral-check-order-ends = Holds until { $on }
referral-check-voluntary = By sending this you say that you have talked with the family about it.
referral-sent-next = What happens next
referral-sent-decided = The programme manager decides by { $on }. You will see the decision with the referral.
referral-sent-asked = If something is not clear, you are asked here, and can answer here.
referral-sent-family = Tell the family that you have asked. They hear from us as soon as it is decided.
referral-sent-open = Open the referral

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
referral-problem-homes-max = A referral can name up to { NUMBER($max) } homes
referral-problem-lines-max = A referral can name up to { NUMBER($max) } court orders and as many people kept away
referral-problem-postcode-long = { $home }: a postcode has up to { NUMBER($max) } characters
referral-problem-home-empty = { $home }: tick who lives there
referral-problem-home-nowhere = { $home }: write the address or the postcode
referral-problem-order-says = Write what the court order says, or remove it
referral-problem-order-about = Tick who the court order is about
referral-problem-order-day = Court order: enter a real date
referral-problem-order-ends = A court order cannot end before it is made. Check the two dates
referral-problem-kept-who = Write who must be kept away, or remove the line
referral-problem-kept-about = Tick who this person is kept from
referral-problem-kept-ways = Tick what this person must not do
referral-problem-ethnicity = { $person }: choose an ethnic group from the list
referral-problem-sure = Look at the dates of birth below, and tick that they are right
referral-doubt-older = { $child } is older than { $adult }. Please look at both dates of birth.
referral-doubt-years = { $child } and { $adult }: years between them: { NUMBER($years) }. Please look at both dates of birth.
referral-doubt-sure = I have looked: the dates of birth are right
referral-problem-decided = This referral was decided already
referral-problem-before-received = The date cannot be before the referral was received, { $on }
referral-problem-future = The date must be today or earlier
referral-problem-decision = Choose to accept or not to accept
referral-problem-why = Choose why it is not accepted
referral-problem-entry = Write what happened
referral-problem-withdraw-reason = Write why the referral is withdrawn

## A warning does not stop the form

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
referral-waiting-intro = Families that were accepted and wait for a carer: first who should come sooner, then who has waited longest.
referral-waiting-empty = No family is waiting. Accept a referral and the family appears here.
referral-waiting-since = Waiting since
referral-waiting-for = Waiting: { $span }
referral-waiting-column-wait = Wait
referral-waiting-column-needs = Areas of need
referral-waiting-column-languages = Languages
referral-waiting-column-ages = Children’s ages
referral-waiting-export = Download the waiting list
referral-waiting-export-hint = The file holds names. You prove it is you first, and the download is journalled.
referral-waiting-caption = Families waiting, in their order
referral-waiting-on = As it stood at the end of { $on }.
referral-waiting-nobody = No family was waiting on that day.
referral-waiting-day = Show the list of another day
referral-waiting-day-label = Day
referral-waiting-day-hint = Any day in the past, for example 27 3 2026
referral-waiting-day-unreal = Day: enter a real date
referral-waiting-today = Back to today
referral-waiting-wait = { $span }, since { $on }
referral-priority = How soon
referral-priority-first = First
referral-priority-sooner = Sooner
referral-priority-usual = In turn
referral-waits-for = Waits for
referral-waits-for-place = a free place
referral-waits-for-near = a carer nearby
referral-waits-for-language = a carer who speaks their language
referral-waits-for-skills = a carer with certain skills
referral-waits-for-family-ready = the family to be ready

## Asked and answered

referral-thread-title = Asked and answered
referral-ask-title = Ask for more information
referral-ask-hint = Ask only for what you need to decide. Whoever referred the family is asked here and answers here.
referral-ask-send = Send the question
referral-asked = The question is sent. It stands with the referral.
referral-answer-title = Answer the question
referral-answer-hint = What you know. If it is the family’s to say, ask them first.
referral-answer-send = Send the answer
referral-answered = The answer is sent. The referral waits for a decision again.
referral-asked-on = Asked on { $on }
referral-answered-on = Answered on { $on }
referral-problem-thread = Write a few words

## How soon, and what a family waits for

referral-priority-title = Place on the waiting list
referral-priority-intro = A person decides who comes sooner, and says why. A family is never told a place in a queue.
referral-priority-first-hint = Before every other family
referral-priority-sooner-hint = Before families who wait in turn
referral-priority-usual-hint = The family that has waited longest comes first
referral-waits-for-hint = Tick everything this family needs before it can start.
referral-priority-reason = Why
referral-priority-reason-hint = The family may read this. Say what is so, not what is feared.
referral-priority-send = Keep the place
referral-priority-saved = The place on the waiting list is kept.
referral-problem-priority = Choose how soon
referral-problem-priority-why = Write why this family comes sooner

## What the family was told

referral-told-title = What the family was told
referral-tell-title = Tell the family
referral-tell-intro = Tell them what they wait for and when they next hear from us. Never a place in a queue. Look at the safe ways to make contact first.
referral-tell-how = How were they told?
referral-how-letter = By letter
referral-how-call = By telephone
referral-how-message = By message
referral-how-visit = Face to face
referral-tell-on = When were they told?
referral-tell-on-hint = Today if you leave it empty.
referral-tell-words = What they were told
referral-tell-words-hint = In the words that were used.
referral-tell-next = They hear from us again by
referral-tell-next-hint = A day you can keep. Leave it empty if nothing more is to come.
referral-tell-send = Keep what was said
referral-told = What the family was told is kept.
referral-told-on = { $how }, { $on }
referral-told-next = They hear again by { $on }
referral-told-never = Nobody has told the family yet where things stand.
referral-problem-how = Choose how the family was told
referral-problem-next-day = They hear from us again by: enter a real date
referral-problem-before-that = The day cannot be before { $on }

## What happened to a family that was not taken

referral-outcome-title = What happened after
referral-outcome-intro = Twelve months after a family could not be taken, its authority is asked where each child lives. It is the only fair way to see what the programme changes.
referral-outcome-lives = Where does { $child } live now?
referral-lives-at-home = At home with the family
referral-lives-in-care = In care
referral-lives-with-relatives = With relatives or friends, not in care
referral-lives-elsewhere = Somewhere else
referral-lives-not-known = The authority does not know
referral-outcome-entered = First came into care after the referral
referral-outcome-entered-hint = Leave it empty if this has not happened, or the day is not known.
referral-outcome-words = Anything else worth knowing
referral-outcome-send = Keep what happened
referral-outcome-saved = Thank you. What happened after is kept.
referral-outcome-said-on = { $child }, said on { $on }
referral-outcome-in-care-since = In care from { $on }
referral-outcome-asked = What happened after? Asked since { $on }
referral-outcomes-due = Families not taken: what happened after?
referral-outcomes-intro = These families could not be taken a year ago or longer. What happened after is the only fair comparison there is. Say only what you know; it takes a minute each.
referral-outcomes-none = Nothing is asked of you now. A year after a family could not be taken it is listed here.
referral-problem-outcome-nobody = Say of at least one child where they live
referral-problem-outcome-day = { $child }: enter a real date
referral-problem-outcome-after = { $child }: the day must be after the referral and not in the future

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
referral-event-information-given = More information given
referral-event-priority-set = Put in order on the waiting list
referral-event-outcome-told = What happened after was told
referral-event-unmerged = Taken apart again
referral-event-taken-back = Taken back with the file it came in
referral-event-merged = Joined with another referral

## Referring a family again, and the same form twice

referral-again-title = Refer this family again
referral-again-intro = A family that could not be taken, or did not want help then, can be referred again.
referral-again-filled = Who is in the family, where they live, who keeps them safe and how to reach them is filled in from the record. Change what has changed.
referral-again-afresh = What is going well, what would help, and what each adult agrees to is asked afresh.
referral-again-same = The record stays one: the family keeps its reference, and both referrals stand in it. A hidden home is not shown, and stays as it is.
referral-again-begin = Begin
referral-follows-earlier = See the earlier referral of this family
referral-followed-by = See the referral that followed
referral-problem-under-way = A referral of this family is on its way already. See what has become of it first.
referral-problem-twice = You referred the same people a few minutes ago. Say that this is another family, or leave it
referral-twice-look = Look at the referral you sent
referral-twice-other = This is another family; send it as well
