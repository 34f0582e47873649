## The page that shows the drafts

words-title = Cyfieithiadau drafft
words-intro = Drafft yw Cymraeg cyntaf pob neges nes bod person wedi’i gwirio. Mae tudalennau â drafftiau’n dweud hynny.
words-how = I gynnig geiriad gwell, rhowch yr allwedd a’ch geiriau i dîm y rhaglen.
# term
words-state-draft = Drafft
words-state-term = O’r rhestr dermau
words-state-reviewed = Gwiriwyd gan { $who }, { $day-short }
words-count-draft = Drafftiau: { NUMBER($n) }
words-count-term = O’r rhestr dermau: { NUMBER($n) }
words-count-reviewed = Wedi’u gwirio: { NUMBER($n) }
words-column-key = Allwedd
words-column-english = Saesneg
words-column-welsh = Cymraeg
words-column-state = Cyflwr
words-file = Negeseuon am: { $file }
words-filter-all = Popeth
words-filter-drafts = Drafftiau’n unig
words-caption = Negeseuon a’u Cymraeg
words-arguments-hint = Mae geiriau mewn cromfachau cyrliog yn cael eu llenwi; mae dewisiadau mewn cromfachau sgwâr.

words-files = Negeseuon yn ôl pwnc
words-state-pick = Negeseuon i’w dangos
words-mark-title = Gwirio neges
words-mark-intro = Darllenwch y ddau. Os yw’r Gymraeg yn dweud yr un peth ac yn darllen yn dda, marciwch ei bod wedi’i gwirio. Pan fydd y naill destun neu’r llall yn newid, bydd yn ddrafft eto.
words-mark-send = Marcio ei bod wedi’i gwirio
words-mark-who = Rhywun â dyletswydd cyfieithydd sy’n marcio ei bod wedi’i gwirio.
words-none = Dim negeseuon yma
