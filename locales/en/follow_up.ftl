## Twelve and twenty-four months after the referral

follow-up-title = Where each child lives now
follow-up-intro = Say what the authority’s record says. Where it does not know, say so: that is an answer too.
follow-up-heading = What is known later
follow-up-none = Nothing was written down yet.
follow-up-which = How long after the referral
follow-up-which-12-months = Twelve months after the referral
follow-up-which-24-months = Twenty-four months after the referral
follow-up-due = { $which }: asked by { $on }
follow-up-due-since = { $which }: was asked by { $on }
follow-up-write = Write it down
follow-up-right = Put it right
follow-up-on = Day the record was looked at
follow-up-lives = Where does { $child } live now?
follow-up-care-kind = If { $child } has been in care since the referral: which kind first
follow-up-care-none = Not in care since the referral
follow-up-care-since = If so: since when
follow-up-source = Who says so
follow-up-words = Anything else worth knowing
follow-up-send = Keep it
follow-up-saved = Thank you. What is known later is kept.
follow-up-said = { $which }, looked at on { $on }
follow-up-is-put-right = Put right
follow-up-care-line = { $kind } since { $on }

follow-up-problem-which = Say which of the two it is
follow-up-problem-day = Enter the day the record was looked at
follow-up-problem-source = Say who says so
follow-up-problem-not-supported = This family has had no carer: what became of it is said with its referral
follow-up-problem-already = This one is written down already. Put it right where it stands
follow-up-problem-too-early = It can be written down from { $earliest }
follow-up-problem-to-come = { $on } is to come
follow-up-problem-lives = Say where { $child } lives
follow-up-problem-care = { $child }: say which kind of care, and since when
follow-up-problem-care-when = { $child }: care must have begun after the referral, and by the day the record was looked at
follow-up-problem-stale = Somebody changed the family’s people or wrote this down meanwhile. Look at the form again: what you typed is still here.
