## Nations

pack-nation-wales = Cymru
pack-nation-england = Lloegr
pack-nation-northern-ireland = Gogledd Iwerddon
pack-nation-scotland = Yr Alban
pack-title = Geiriau a chyfraith cenedl
pack-version = Mewn grym o { $day-short }
pack-source = Ffynhonnell
pack-statuses = Statysau cyfreithiol
pack-bases = Seiliau cyfreithiol arosiadau
pack-vocabulary = Beth yw enwau pethau yma
pack-looked-after = Yn derbyn gofal
pack-not-looked-after = Ddim yn derbyn gofal
pack-by-order = Drwy orchymyn llys

## Things every nation has a name for

pack-concept-host-body = Corff sy’n cynnal y rhaglen
pack-concept-core-statute = Prif gyfraith
pack-concept-front-door = Ble mae pobl yn gofyn gyntaf
pack-concept-assessment = Asesiad
pack-concept-level-of-need = Lefel angen
pack-concept-help-at-home = Help wrth fyw gartref
pack-concept-plan = Cynllun yr awdurdod
pack-concept-protection = Amddiffyn plant
pack-concept-in-care = Mewn gofal
pack-concept-voluntary-accommodation = Mewn gofal drwy gytundeb
pack-concept-prevention-programme = Rhaglen atal
pack-concept-vetting = Gwiriadau ar bobl
pack-concept-regulator = Rheoleiddiwr
pack-concept-statistics = Ystadegau
pack-concept-practice-model = Model ymarfer

## Legal statuses of children: Wales

pack-status-wales-none = Dim cynllun na gorchymyn
# term
pack-status-wales-care-and-support = Cynllun gofal a chymorth
pack-status-wales-protection-register = Ar y Gofrestr Amddiffyn Plant
pack-status-wales-section-76 = Yn derbyn gofal drwy gytundeb (adran 76)
pack-status-wales-interim-care-order = Gorchymyn gofal interim
# term
pack-status-wales-care-order = Gorchymyn gofal
pack-status-wales-care-order-home = Gorchymyn gofal, yn byw gartref
pack-status-wales-supervision-order = Gorchymyn goruchwylio
pack-status-wales-placement-order = Gorchymyn lleoli
pack-status-wales-emergency-protection = Gorchymyn amddiffyn brys
pack-status-wales-police-protection = Amddiffyniad yr heddlu
pack-status-wales-special-guardianship = Gorchymyn gwarcheidiaeth arbennig
pack-status-wales-child-arrangements = Gorchymyn trefniadau plentyn
pack-status-wales-remand = Ar remánd
pack-status-wales-not-born = Heb ei eni eto
# term
pack-status-wales-not-known = Ddim yn gwybod

## Legal statuses of children: England

pack-status-england-none = Dim cynllun na gorchymyn
pack-status-england-section-17 = Plentyn mewn angen (adran 17)
pack-status-england-protection-plan = Cynllun amddiffyn plant
pack-status-england-section-20 = Yn derbyn gofal drwy gytundeb (adran 20)
pack-status-england-interim-care-order = Gorchymyn gofal interim
# term
pack-status-england-care-order = Gorchymyn gofal
pack-status-england-care-order-home = Gorchymyn gofal, yn byw gartref
pack-status-england-supervision-order = Gorchymyn goruchwylio
pack-status-england-placement-order = Gorchymyn lleoli
pack-status-england-emergency-protection = Gorchymyn amddiffyn brys
pack-status-england-police-protection = Amddiffyniad yr heddlu
pack-status-england-special-guardianship = Gorchymyn gwarcheidiaeth arbennig
pack-status-england-child-arrangements = Gorchymyn trefniadau plentyn
pack-status-england-remand = Ar remánd
pack-status-england-not-born = Heb ei eni eto
# term
pack-status-england-not-known = Ddim yn gwybod

## Legal statuses of children: Northern Ireland

pack-status-northern-ireland-none = Dim cynllun na gorchymyn
pack-status-northern-ireland-child-in-need = Plentyn mewn angen (Erthygl 17)
pack-status-northern-ireland-protection-register = Ar y Gofrestr Amddiffyn Plant
pack-status-northern-ireland-article-21 = Yn derbyn gofal drwy gytundeb (Erthygl 21)
pack-status-northern-ireland-interim-care-order = Gorchymyn gofal interim
# term
pack-status-northern-ireland-care-order = Gorchymyn gofal
pack-status-northern-ireland-care-order-home = Gorchymyn gofal, yn byw gartref
pack-status-northern-ireland-supervision-order = Gorchymyn goruchwylio
pack-status-northern-ireland-emergency-protection = Gorchymyn amddiffyn brys
pack-status-northern-ireland-police-protection = Amddiffyniad yr heddlu
pack-status-northern-ireland-residence-order = Gorchymyn preswylio
pack-status-northern-ireland-not-born = Heb ei eni eto
# term
pack-status-northern-ireland-not-known = Ddim yn gwybod

## Legal bases of stays

pack-basis-wales-section-76 = Yn derbyn gofal ar gyfer pob arhosiad (adran 76)
pack-basis-wales-section-15 = Gwasanaeth ataliol (adran 15), ddim yn derbyn gofal
pack-basis-wales-part-4 = Gofal a chymorth (Rhan 4), ddim yn derbyn gofal
# term
pack-basis-wales-care-order = Gorchymyn gofal
pack-basis-wales-none = Heb benderfynu, dim arosiadau
pack-basis-england-section-20 = Yn derbyn gofal ar gyfer pob arhosiad (adran 20)
pack-basis-england-section-17 = Plentyn mewn angen (adran 17), ddim yn derbyn gofal
# term
pack-basis-england-care-order = Gorchymyn gofal
pack-basis-england-none = Heb benderfynu, dim arosiadau
pack-basis-northern-ireland-article-21 = Yn derbyn gofal ar gyfer pob arhosiad (Erthygl 21)
pack-basis-northern-ireland-article-18 = Cymorth i deuluoedd (Erthygl 18), ddim yn derbyn gofal
# term
pack-basis-northern-ireland-care-order = Gorchymyn gofal
pack-basis-northern-ireland-none = Heb benderfynu, dim arosiadau
