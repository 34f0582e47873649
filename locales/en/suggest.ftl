## Suggestions to step: the rule and its numbers, for a person to decide

suggest-title = Worth a look
suggest-intro = A rule noticed this in what was recorded. It knows nothing else. You decide.
suggest-urgent = Urgent visits since { $since }: { NUMBER($counted) }. Perhaps this family needs more support.
suggest-below = Since { $since } less took place than this level means, week after week. Weeks: { NUMBER($weeks) }; visits to be expected: { NUMBER($expected) }; took place: { NUMBER($happened) }. Does the level still fit, or is something in the way?
suggest-above = Since { $since } more took place than this level means, week after week. Weeks: { NUMBER($weeks) }; visits the level means: { NUMBER($expected) }; took place: { NUMBER($happened) }. Perhaps this family needs a higher level.
suggest-missed = Visits in a row that did not take place, since { $since }: { NUMBER($counted) }. What would help?
suggest-goals = Goals further off than before, since { $since }: { NUMBER($counted) }. What got in the way, and what would help?
suggest-level-ended = This level was to end on { $since }. Days since then: { NUMBER($counted) }. What comes next?
suggest-rule-urgent = Rule (assumed): at least { NUMBER($least) } urgent visits within { NUMBER($days) } days
suggest-rule-below = Rule (assumed): weeks in a row { NUMBER($least) }, and at most { NUMBER($percent) } of 100 visits to be expected
suggest-rule-above = Rule (assumed): weeks in a row { NUMBER($least) }, and at least { NUMBER($percent) } visits for 100 that the level means
suggest-rule-missed = Rule (assumed): visits in a row that did not take place, at least { NUMBER($least) }
suggest-rule-goals = Rule (assumed): a goal fell by at least { NUMBER($least) } of ten from one mark to the next
suggest-rule-level-ended = Rule: the day a level was expected to end has come
suggest-accept = Record a step
suggest-reason = Why it does not call for a step
suggest-sees = whoever works with this family, and one day the family
suggest-aside = Set this aside
suggest-aside-saved = Set aside. It does not come back for the same facts.
suggest-aside-title = Set aside
suggest-aside-caption = Suggestions that were set aside
suggest-column-rule = Rule
suggest-column-why = Why
suggest-column-by = By
suggest-problem-reason = Say why it does not call for a step
suggest-problem-gone = What was recorded has changed, and this suggestion with it. Look at the page as it stands now.
