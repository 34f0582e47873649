## Tables and papers that leave the house

report-dictionary = What the columns mean
report-dictionary-column = Column
report-dictionary-kind = What it holds
report-dictionary-means = What it means
report-dictionary-guard = In the CSV file, words that begin with =, +, -, @ or a tab have an apostrophe before them. A spreadsheet then shows them and does not work them out.
report-dictionary-cut = Texts too long for a cell of a spreadsheet, which end with …: { NUMBER($n) }. The CSV file has them whole.
report-kind-text = Words
report-kind-whole = A whole number
report-kind-day = A day
report-kind-minutes = Minutes
report-kind-pounds = A sum of money in pounds
report-less = −{ $sum }
# How a spreadsheet writes a day in this language. 809 is British English, 452 is Welsh.
report-day-format = [$-809]d mmmm yyyy

report-made-for = Made for { $reader } · { $day-short }
report-page = Page { $page } of { $pages }
report-unshown = Characters this paper could not show
report-unshown-intro = The sign ▢ stands in their place. These are their numbers in Unicode.
report-stair-from = From
report-stair-until = Until
report-stair-level = Support level
