## The page that shows the drafts

words-title = Draft translations
words-intro = The first Welsh of every message is a draft until a person has checked it. Pages with drafts say so.
words-how = To report a better wording, give the key and your words to the programme team.
words-state-draft = Draft
words-state-term = From the list of terms
words-state-reviewed = Checked by { $who }, { $day-short }
words-count-draft = Drafts: { NUMBER($n) }
words-count-term = From the list of terms: { NUMBER($n) }
words-count-reviewed = Checked: { NUMBER($n) }
words-column-key = Key
words-column-english = English
words-column-welsh = Welsh
words-column-state = State
words-file = Messages about: { $file }
words-filter-all = All
words-filter-drafts = Drafts only
words-caption = Messages and their Welsh
words-arguments-hint = Words in braces are filled in; choices stand in brackets.

words-files = Messages by subject
words-state-pick = Messages to show
words-mark-title = Check a message
words-mark-intro = Read both. If the Welsh says the same and reads well, mark it as checked. When either text changes, it is a draft again.
words-mark-send = Mark as checked
words-mark-who = Somebody with the duty of translator marks it as checked.
words-none = No messages here
