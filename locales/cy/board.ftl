## The families of a list

board-at-level = Gyda gofalwr maeth, lefel: { $level }
board-supported = Yn cael cymorth nawr
board-between = Rhwng dau ofalwr maeth
board-between-one = Rhwng dau ofalwr maeth
board-longer = Gofynnwyd am fwy o amser
board-ending = Cymorth yn dod i ben yn fuan
board-none = Nid oes teulu yn y sefyllfa hon heddiw.
board-visits = Ymweliadau
board-visits-last = Diwethaf: { $on }
board-visits-next = Nesaf: { $on }
board-last-visit = Ymweliad diwethaf
board-next-visit = Ymweliad nesaf
board-review-by = Adolygiad nesaf
board-planned-end = Cymorth wedi’i gynllunio tan
board-asked = Beth y gofynnir i chi ei wneud
board-asked-answer = Gofynnwyd am fwy o wybodaeth: atebwch ar yr atgyfeiriad

## Taking a list out

board-file-csv = Lawrlwytho fel CSV
board-file-excel = Lawrlwytho ar gyfer taenlen
board-file-hint = Mae enwau yn y ffeil. Cadwch hi lle mai dim ond pobl sy’n gweithio gyda’r teuluoedd hyn sy’n gallu ei hagor, a dilëwch hi pan na fydd ei hangen mwyach.
board-means-reference = Beth mae pobl yn ei ddweud ar lafar am y teulu
board-means-family = Sut mae staff yn galw’r teulu
board-means-stage = Sefyllfa’r atgyfeiriad diweddaraf
board-means-level = Faint o gymorth sydd gan y teulu heddiw
board-means-last = Diwrnod yr ymweliad diwethaf a ddigwyddodd
board-means-next = Y diwrnod cyntaf y mae ymweliad wedi’i drefnu ar ei gyfer
board-means-review = Erbyn pryd y mae’r adolygiad nesaf i’w gynnal
board-means-end = Diwrnod olaf y cymorth, yn ôl y cynllun
board-means-asked = Beth y gofynnir i’r sawl a dynnodd y rhestr hon allan ei wneud
board-means-carer = Gofalwyr maeth un cartref
board-means-intended = Faint o ymweliadau y mae’r lefel yn eu golygu yr wythnos hon
board-means-done = Faint o ymweliadau a ddigwyddodd yr wythnos hon, yn fwriad neu beidio
board-means-waived = I faint y safodd adolygiad neu gyfarfod yn eu lle
board-means-excused = Faint na ddigwyddodd am reswm nad yw’n cyfrif yn erbyn neb
board-means-missed = Faint na ddigwyddodd fel arall
board-means-open = Faint sydd eto i ddod yr wythnos hon
board-means-to-sign = Faint o ymweliadau a galwadau am help sy’n aros am lofnod
board-means-day = Diwrnod yr ymweliad
board-means-kind = Pa fath o gymorth oedd e
board-means-by = Pwy a’i cofnododd neu a’i trefnodd
board-means-state = A ddigwyddodd, a yw wedi’i drefnu, neu na ddigwyddodd
board-means-minutes = Pa mor hir y parhaodd

## The board of an area

board-title = Y rhaglen heddiw
board-decide = Beth sydd angen penderfyniad
board-decide-none = Does dim yn aros am benderfyniad.
board-due = Adolygiadau a lefelau erbyn heddiw
board-due-none = Nid oes adolygiad i’w gynnal, ac nid oes lefel wedi dod i ben.
board-families = Teuluoedd yn ôl eu sefyllfa
board-families-means = Mae teulu sydd â chymorth ar un lefel neu rhwng dau ofalwr maeth. Gall hefyd fod ymhlith y rhai y gofynnwyd am fwy o amser iddyn nhw, neu y mae eu cymorth yn dod i ben yn fuan.
board-referred = Wedi’u hatgyfeirio
board-referred-means = Atgyfeiriadau nad oes neb wedi penderfynu arnyn nhw
board-waiting = Yn aros am ofalwr maeth
board-waiting-means = Wedi’u derbyn, a heb eu paru eto
board-at-level-means = Teuluoedd gyda gofalwr maeth, ar y lefel hon heddiw
board-between-means = Mae’r cymorth yn parhau, ac nid oes gofalwr maeth gan y teulu nawr
board-longer-means = Yn aros am ateb ynghylch mwy o amser
board-ending-means = Mae’r cynllun yn dweud bod y cymorth yn dod i ben o fewn wyth wythnos, neu y dylai fod wedi dod i ben

## The week of whoever supervises

board-week-title = Fy ngofalwyr maeth yr wythnos hon
board-week-from = Wythnos o { $monday }
board-week-nobody = Nid ydych yn goruchwylio cartref gofalwr maeth eto. Pan roddir un i chi, bydd ei deuluoedd yma.
board-week-overdue-none = Does dim yn hwyr.
board-week-sign = I chi ei lofnodi
board-week-sign-none = Does dim yn aros am eich llofnod.
board-week-carers = Gofalwyr maeth, yn ôl enw
board-week-no-families = Nid oes teulu yn eu lleoedd nawr.
board-week-with = Yr wythnos hon, gofalwyr maeth: { $carers }
board-week-visits = Ymweliadau’r wythnos hon
board-week-next = Ymweliad nesaf wedi’i drefnu
board-week-no-next = Dim un wedi’i drefnu
board-week-due = Bwriad: { NUMBER($n) }
board-week-done = Digwyddodd: { NUMBER($n) }
board-week-review-planned = Wedi’i drefnu ar gyfer { $on }
