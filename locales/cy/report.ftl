## Tables and papers that leave the house

report-dictionary = Ystyr y colofnau
report-dictionary-column = Colofn
report-dictionary-kind = Beth sydd ynddi
report-dictionary-means = Ei hystyr
report-dictionary-guard = Yn y ffeil CSV, mae collnod o flaen geiriau sy’n dechrau ag =, +, -, @ neu dab. Bydd taenlen wedyn yn eu dangos heb geisio’u cyfrifo.
report-dictionary-cut = Testunau rhy hir i gell taenlen, sy’n gorffen ag …: { NUMBER($n) }. Maen nhw’n gyfan yn y ffeil CSV.
report-kind-text = Geiriau
report-kind-whole = Rhif cyfan
report-kind-day = Diwrnod
report-kind-minutes = Munudau
report-kind-pounds = Swm o arian mewn punnoedd
report-less = −{ $sum }
# How a spreadsheet writes a day in this language. 809 is British English, 452 is Welsh.
report-day-format = [$-452]d mmmm yyyy

report-made-for = Gwnaed ar gyfer { $reader } · { $day-short }
report-page = Tudalen { $page } o { $pages }
report-unshown = Nodau na allai’r papur hwn eu dangos
report-unshown-intro = Mae’r arwydd ▢ yn sefyll yn eu lle. Dyma eu rhifau yn Unicode.
report-stair-from = O
report-stair-until = Hyd at
report-stair-level = Lefel y cymorth
