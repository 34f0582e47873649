## Urgent support: written down with few boxes, the rest now or later

crisis-write-title = Urgent support
crisis-not-watched = Nobody watches this page. What you write here is read when somebody signs in, and that may be tomorrow. If you need somebody now, ring.
crisis-ring-title = To speak to somebody now, ring
crisis-asked = What was asked, or what happened
crisis-asked-hint = A few words are enough for now.
crisis-on = Day
crisis-at = Time help was asked for
crisis-at-hint = When it was, not when you write. For example 22:10
crisis-save = Save this
crisis-saved = It is saved. The supervising social worker and the family’s social worker are told that something waits.
crisis-later = All that follows can be added tomorrow.
crisis-sees = whoever supports this family, the family’s social worker, and one day the child
crisis-choose = Choose
crisis-caller = Who asked for help
crisis-caller-parent = A parent or another adult at home
crisis-caller-child = A child or young person
crisis-caller-near = A relative, a friend or a neighbour
crisis-caller-school = School or nursery
crisis-caller-family-worker = The family’s social worker
crisis-caller-emergency = The police or another emergency service
crisis-caller-carer = Nobody rang: the carer saw it
crisis-caller-other = Somebody else
crisis-response-title = What was done
crisis-response = What was done first
crisis-response-call = A call
crisis-response-visit = A visit
crisis-response-stay = A stay with the carer
crisis-response-other = Something else
crisis-response-on = Day
crisis-response-at = Time
crisis-response-at-hint = After midnight counts as the next day. For example 00:20
crisis-response-words = What you did
crisis-told-title = Who was told
crisis-told = Who was told
crisis-told-supervisor = The supervising social worker
crisis-told-family-worker = The family’s social worker
crisis-told-duty-team = The duty team
crisis-told-emergency = The police or another emergency service
crisis-told-health = A doctor, a nurse or a midwife
crisis-told-programme = The programme team
crisis-told-other = Somebody else
crisis-told-words = Who else, or what they said
crisis-outcome-title = How it ended
crisis-outcome = How it ended
crisis-outcome-calmer = Calmer; everybody stayed at home
crisis-outcome-stay = A child stays with the carer
crisis-outcome-relatives = A child is with relatives or friends
crisis-outcome-authority = The authority or the emergency services act
crisis-outcome-goes-on = It goes on
crisis-outcome-other = Something else
crisis-outcome-words = In your words
crisis-outcome-none = Not said yet
crisis-ring-why = The urgent call of { $on } was a hard one. Ask how they are.
crisis-note = A note

## What stands against it

crisis-problem-asked = Say what was asked, or what happened
crisis-problem-to-come = { $at } is still to come. Enter when it was.
crisis-problem-before-asked = Help was asked for { $asked }. What was done { $at } cannot be before that.
crisis-problem-response = Choose what was done
crisis-problem-outcome = Choose how it ended
crisis-problem-nothing = Add at least one thing

## One of them

crisis-title = Urgent support, { $when }
crisis-received = Help was asked for
crisis-took = Time to the first response
crisis-took-hours = Hours: { NUMBER($hours) }, minutes: { NUMBER($minutes) }
crisis-took-none = No response is written down yet
crisis-signing = Signature
crisis-entries-title = What was done and said
crisis-entries-none = Nothing has been added yet.
crisis-entry-told = Told: { $names }
crisis-entry-written = Written down { $when }
crisis-add-title = Add what was done, or how it ended
crisis-add-intro = What stands there stays as it is. What you add stands beside it, with your name and the time.
crisis-add-save = Add this
crisis-added = It is added.
crisis-signed = Thank you. It is signed.
crisis-steps-title = Did support change?
crisis-steps-none = No step because of a crisis since then.
crisis-step = { $level } from { $on }
crisis-line-took = First response: { $took }
crisis-open = Open
