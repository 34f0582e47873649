## The end of a family’s support

closing-act = Close support
closing-title = Close support
closing-intro = An ending is part of the support. It is talked about with the family first, and it names what they achieved.
closing-ends-title = What ends with it
closing-ends-match = The carer’s place is free again, and the carer no longer reads the record.
closing-ends-planned = Visits and reviews that are still planned are called off. Nobody is counted against for it.
closing-ends-later = Twelve and twenty-four months after the referral the authority is asked where each child lives.
closing-unread = { $concerns ->
    [one] Somebody raised a concern about this family, and nobody else has read it. Support cannot be closed before.
   *[other] { NUMBER($concerns) } concerns were raised about this family, and nobody else has read them. Support cannot be closed before.
}
closing-unread-read = Read the concerns
closing-on = Last day of support
closing-reason = Why support ends
closing-reason-was = Why support ended
closing-reason-goals-met = Things are as the family wanted them, or near enough
closing-reason-family-chose = The family wants no more of it
closing-reason-moved = The family moved away
closing-reason-other-help = Something else helps better
closing-reason-entered-care = A child came into care
closing-reason-other = Something else
closing-words = More about why
closing-achieved = What was achieved
closing-achieved-hint = It stands in every letter, in these words. Say it to the family: what they did, what is different now, what they can be proud of.
closing-sees = the people who work with this family and, in their letters, the family
closing-staff-see = the people who work with this family
closing-lives = Where does { $child } live today?
closing-care-kind = If in care: which kind
closing-care-none = Not in care
closing-care-since = If in care: since when
closing-goal-ending-reached = It is as they wanted it
closing-goal-ending-changed = Another goal took its place
closing-goal-ending-let-go = It does not matter any more
closing-goals-title = What each goal came to
closing-children-title = Where each child lives
closing-send = Close support
closing-saved = Support is closed. Now each of them can have a letter.

## What is wrong

closing-problem-day = Enter the last day of support
closing-problem-not-supported = This family has had no carer, so there is nothing to close
closing-problem-is-closed = Support was closed on { $on }
closing-problem-too-early = Somebody was with the family on { $earliest }: enter that day or a later one
closing-problem-to-come = { $on } is to come: close support on its last day or after it
closing-problem-reason = Say why support ends
closing-problem-words = Say in words what the reason is
closing-problem-achieved = Say what was achieved, however small
closing-problem-lives = Say where { $child } lives
closing-problem-care = { $child } is in care: say which kind, and since when
closing-problem-no-care = { $child } is not said to be in care: leave the kind and the day empty
closing-problem-care-later = { $child }: care cannot begin after the last day of support
closing-problem-goal = Say what this goal came to
closing-problem-stale = Somebody changed the family’s people or goals meanwhile. Look at the form again: what you typed is still here.

## After support

closing-after-title = After support
closing-after-none = Support with this family has not been closed.
closing-ended = Support ended on { $on }
closing-from-to = From { $begun } to { $on }
closing-by = Written down by { $name }
closing-letters-title = Letters
closing-letters-intro = One for each reader, with what that person may see and nothing else.
closing-letter-for = { $name }, { $role }
closing-again = Refer this family again
closing-line = Support ended
closing-banner = Support ended on { $on }
closing-ring-carer = Ring { $carers }
closing-ring-why = Their work with a family ended on { $on }. Ask how they are.

## The letter

closing-letter-title = Support has ended
closing-letter-went = Support with this family went from { $begun } to { $on }.
closing-letter-went-to = Support went to { $on }.
closing-letter-reason-goals-met = It ends because things are as the family wanted them, or near enough.
closing-letter-reason-family-chose = It ends because the family decided so.
closing-letter-reason-moved = It ends because the family moved away.
closing-letter-reason-other-help = It ends because something else helps better now.
closing-letter-reason-entered-care = It ends because a child came into care.
closing-letter-reason-other = It ends for a reason of its own.
closing-letter-achieved = What was achieved
closing-letter-goals = Goals
closing-letter-goal-began = At the beginning
closing-letter-goal-ended = At the end
closing-letter-goal-came-to = What it came to
closing-letter-together = Time together
closing-letter-visits = Visits that took place
closing-letter-level-first = Support at the beginning
closing-letter-level-last = Support at the end
closing-letter-now = What comes now
closing-letter-later = Some time after the referral, the authority is asked where each child lives, so that we learn what this support changes. Nobody comes to visit for that, and the family has nothing to do.
closing-letter-later-on = Asked in { $month }
closing-letter-come-back = To ask for support again, ring { $number }.
closing-letter-come-back-worker = To ask for support again, speak to the family’s social worker.
closing-letter-children = Where each child lived on the last day
