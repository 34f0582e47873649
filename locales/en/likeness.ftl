## Families that may be here twice

likeness-title = May be the same
likeness-intro = Families with somebody who may be in two records. Nothing is joined until you say so, and all of it can be undone.
likeness-filter = Show
likeness-caption = Families that may be the same, the latest found first
likeness-empty = There are no families here
likeness-empty-text = When a family that is referred may be here already, it is listed here.
likeness-column-families = Families
likeness-column-strength = How alike
likeness-column-signs = What is alike
likeness-column-found = Found
likeness-state-open = To look at
likeness-state-joined = Joined
likeness-state-kept-apart = Kept apart
likeness-strength-likely = Likely the same
likeness-strength-possible = Possibly the same
likeness-both = { $one } and { $other }
likeness-count = May be the same: { NUMBER($n) }

## What speaks for it

likeness-sign-same-authority-id = Same number with the authority
likeness-sign-same-name = Same name
likeness-sign-name-in-other-order = Same names in another order
likeness-sign-sounds-alike = Names sound alike
likeness-sign-known-as = What one is called is the other’s name
likeness-sign-part-of-name = Part of the name is the same
likeness-sign-same-birth = Same date of birth
likeness-sign-day-and-month-swapped = Day and month of birth may have changed places
likeness-sign-birth-one-slip-apart = Dates of birth differ by one slip
likeness-sign-birth-partly-known = Births agree as far as they are known
likeness-sign-birth-expected = One was expected when the other was born
likeness-sign-same-address = Same address
likeness-sign-same-postcode = Same postcode

## One pair of families

likeness-one-title = Is this one family?
likeness-one-intro = Look at both records. If you are not sure, ask whoever referred them.
likeness-found = Found { $when }
likeness-settled = { $what }: { $who }, { $when }
likeness-record = Open the record
likeness-referral-open = Open referral: { $stage }
likeness-referral-none = No open referral
likeness-people = People
likeness-pairs = Who may be the same person
likeness-pair = { $one } and { $other }
likeness-pairs-none = Nobody in one looks like anybody in the other any more.
likeness-stale = Somebody has changed this since you opened it. Look again before you decide.

likeness-join-title = It is the same family
likeness-join-what = Choose whose record goes on. The other is closed and stays readable as it is, with a link from each to the other. If both have an open referral, the other one is joined to it.
likeness-join-kept = Whose record goes on?
likeness-join-send = Join the records
likeness-apart-title = It is not the same family
likeness-apart-what = Both records stay as they are. You are not asked about these two again, unless somebody undoes this.
likeness-apart-send = Keep them apart
likeness-move-title = Somebody is in the wrong family
likeness-move-what = The person goes to the other family with their address, who decides for them, court orders, who must be kept away and their own view. What was written before stays where it is. Both records say that they were moved.
likeness-move-who = Who should go to the other family?
likeness-move-choice = { $name }: from { $from } to { $into }
likeness-move-send = Move to the other family
likeness-moved-title = Moved
likeness-moved-one = { $name }, from { $from } to { $into }
likeness-moved-by = { $who }, { $when }
likeness-back-send = Move { $name } back
likeness-undo-joined-title = The records are joined
likeness-undo-joined-what = { $kept } goes on. Undoing this opens the other record again, and its referral stands where it stood. What was written since stays where it was written.
likeness-undo-apart-title = The records are kept apart
likeness-undo-apart-what = Undoing this puts the question on the list again. Nothing else changes.
likeness-undo-send = Undo this

likeness-joined = The records are joined.
likeness-kept-apart = They are kept apart.
likeness-undone = It is undone.
likeness-moved = The person was moved.
likeness-moved-back = The person was moved back.

## What cannot be done

likeness-problem-kept = Choose whose record goes on
likeness-problem-who = Choose who should go to the other family
likeness-problem-settled = Somebody has said already whether this is one family
likeness-problem-not-settled = There is nothing left to undo
likeness-problem-joined = The record { $reference } was joined to another. Undo that first
likeness-problem-referral-open = { $reference } has a referral that is still open. Keep that record, or decide its referral first
likeness-problem-supported = A carer supports { $reference } already. Keep that record
likeness-problem-last-child = This is the last child of the family. If it is the same family, join the records
likeness-problem-referred-again = { $reference } was referred again since. Decide that referral first

## Elsewhere

likeness-referral-notice = This family may be here already.
likeness-referral-look = Look at both records
likeness-referral-team = The programme team will look whether this family is known. You do not need to do anything.
likeness-sent = Some of what you sent is like a record that is here. The programme team will look whether the family is known, so that nobody has to tell everything twice.
likeness-family-into = This record was joined to another, which goes on:
likeness-family-with = Joined with:
likeness-family-elsewhere = This record was joined with another.
likeness-person-elsewhere = Somebody in another record
likeness-history-joined = Joined with { $reference }
likeness-history-parted = Apart again from { $reference }
likeness-history-moved = { $name }, from { $from } to { $into }
