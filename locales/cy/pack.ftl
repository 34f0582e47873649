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
