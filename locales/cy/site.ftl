## Name and places

# term
site-name = Camu i’r Adwy Cyn Camu yn Ôl
site-title = { $page } – { $service }
site-title-error = Gwall: { $title }
site-strapline = Cymorth wrth ochr teuluoedd: mwy pan fydd ei angen, llai pan fydd pethau’n well
# term
site-skip = Neidio i’r prif gynnwys
# term
site-menu = Dewislen
site-nav-service = Gwasanaeth
site-nav-pages = Prif dudalennau
site-nav-breadcrumb = Ble rydych chi
site-nav-footer = Mwy am y gwasanaeth hwn
# term
site-nav-home = Hafan
# term
site-nav-referrals = Atgyfeiriadau
# term
site-nav-waiting = Rhestr aros
# term
site-nav-families = Teuluoedd
site-nav-refer = Atgyfeirio teulu
# term
site-nav-search = Chwilio
site-nav-people = Pobl
site-nav-agreements = Cytundebau
site-nav-break-glass = Mynediad brys
site-nav-journal = Dyddlyfr
site-nav-words = Cyfieithiadau drafft
# term
site-nav-account = Fy nghyfrif
# term
site-nav-help = Help
site-nav-own = Am fy nheulu
# term
site-sign-in = Mewngofnodi
# term
site-sign-out = Allgofnodi
site-signed-in-as = Wedi mewngofnodi: { $name }
# term
site-leave = Gadael y dudalen hon
site-leave-hint = Mae’n dangos tudalen gyffredin ar unwaith yn lle’r un hon.
# term
site-help-now = Help nawr
site-area = Ardal y rhaglen: { $site }

## Language. The name of each language is written in that language on every page.

site-language-name = Cymraeg
site-language-choose = Iaith
site-language-to-welsh = Cymraeg
site-language-to-english = English
site-language-to-welsh-hint = Gweld y dudalen hon yn Gymraeg
site-language-to-english-hint = Gweld y dudalen hon yn Saesneg
site-language-kept = Rydych wedi newid yr iaith. Mae’r hyn y gwnaethoch ei deipio yma o hyd.
site-language-written-in = Iaith y testun: { $language }

## Foot of the page

# term
site-footer-accessibility = Datganiad hygyrchedd
# term
site-footer-privacy = Hysbysiad preifatrwydd
# term
site-footer-not = Yr hyn nad ydyn ni’n ei wneud
# term
site-footer-help = Help
site-footer-api = I ddatblygwyr
site-footer-version = Fersiwn { $version }
site-footer-run-by = Mae elusen yn cynnal y rhaglen gyda’r awdurdodau sy’n cymryd rhan.

## Buttons and small words

# term
site-back = Yn ôl
# term
site-previous = Blaenorol
# term
site-next = Nesaf
# term
site-continue = Parhau
# term
site-save = Cadw
# term
site-save-and-continue = Cadw a pharhau
# term
site-save-later = Cadw a dod yn ôl yn nes ymlaen
# term
site-send = Anfon
# term
site-cancel = Canslo
# term
site-change = Newid
site-change-what = Newid: { $what }
# term
site-add = Ychwanegu
# term
site-add-another = Ychwanegu un arall
# term
site-remove = Tynnu
site-remove-what = Tynnu: { $what }
# term
site-delete = Dileu
# term
site-undo = Dadwneud
# term
site-print = Argraffu
# term
site-download = Lawrlwytho
site-download-csv = Lawrlwytho fel CSV
# term
site-upload = Lanlwytho ffeil
# term
site-filter = Hidlo
site-filter-clear = Clirio’r hidlydd
# term
site-everything = Popeth
# term
site-open = Agor
site-open-what = Agor: { $what }
# term
site-confirm = Cadarnhau
# term
site-search = Chwilio
site-show = Dangos
site-hide = Cuddio
# term
site-try-again = Ceisio eto
site-close = Cau
# term
site-check-answers = Gwirio’ch atebion
site-optional = (dewisol)
site-optional-label = { $label } (dewisol)
# term
site-not-known = Ddim yn gwybod
# term
site-not-recorded = Heb ei gofnodi
# term
site-prefer-not = Mae’n well gen i beidio â dweud
site-none = Dim
# term
site-draft = Drafft
# term
site-saved = Wedi cadw
site-sent = Wedi anfon
# term
site-urgent = Brys
# term
site-today = Heddiw
# term
site-no-results = Dim canlyniadau
# term
site-nothing-yet = Dim byd yma eto
site-success = Wedi gwneud
site-important = Pwysig
site-warning = Rhybudd
site-new-here = Newydd

## Tables and pages of a list

site-count = Cyfanswm: { NUMBER($n) }
site-page-of = Tudalen { NUMBER($page) } o { NUMBER($pages) }
site-page-number = Tudalen { NUMBER($page) }
site-page-more = Tudalen nesaf
site-page-less = Tudalen flaenorol
site-page-first = Tudalen gyntaf
site-pagination = Tudalennau’r rhestr hon
site-sorted-by = Trefn: { $column }
# term
site-who-can-see = Pwy sy’n gallu gweld hyn
site-who-can-see-who = Pwy sy’n gallu gweld hyn: { $who }
site-audience-me = Dim ond chi
site-audience-me-and-carer = Dim ond chi a’ch gofalwr maeth
site-audience-team = Y tîm sy’n gweithio gyda’r teulu hwn
site-audience-plan = Pawb sydd wedi’u henwi yn y cynllun
site-audience-office = Staff y rhaglen a gweithiwr cymdeithasol y teulu

## Banners

# term
site-draft-banner = Cyfieithiad drafft, heb ei wirio eto
site-draft-banner-hint = Mae rhywfaint o’r Gymraeg ar y dudalen hon heb ei wirio gan berson eto.
site-demo-banner = Arddangosiad yw hwn. Does neb yma’n berson go iawn, a bydd yr hyn rydych yn ei deipio’n cael ei ddileu.
site-wind-down-banner =
    { $days ->
        [zero] Mae’r cytundeb rhannu gwybodaeth wedi dod i ben. Mae mynediad yn cau heddiw.
        [one] Mae’r cytundeb rhannu gwybodaeth wedi dod i ben. Mae mynediad yn cau ymhen { $days } diwrnod.
        [two] Mae’r cytundeb rhannu gwybodaeth wedi dod i ben. Mae mynediad yn cau ymhen { $days } ddiwrnod.
        [few] Mae’r cytundeb rhannu gwybodaeth wedi dod i ben. Mae mynediad yn cau ymhen { $days } diwrnod.
        [many] Mae’r cytundeb rhannu gwybodaeth wedi dod i ben. Mae mynediad yn cau ymhen { $days } diwrnod.
       *[other] Mae’r cytundeb rhannu gwybodaeth wedi dod i ben. Mae mynediad yn cau ymhen { $days } diwrnod.
    }
site-emergency-banner = Rydych wedi agor y cofnod hwn â mynediad brys. Bydd yn dod i ben am { $time }, a bydd ail berson yn ei adolygu.

## When something is wrong

# term
site-problem-title = Mae problem
site-problem-count =
    { $n ->
        [zero] Does dim problem ar y dudalen hon
        [one] Mae 1 broblem ar y dudalen hon
        [two] Mae { $n } broblem ar y dudalen hon
        [few] Mae { $n } problem ar y dudalen hon
        [many] Mae { $n } phroblem ar y dudalen hon
       *[other] Mae { $n } problem ar y dudalen hon
    }
# term
site-wrong-title = Aeth rhywbeth o’i le. Mae’ch geiriau’n ddiogel.
site-wrong-body = Rhowch gynnig arall arni ymhen munud. Os bydd yn digwydd eto, rhowch wybod i ni beth yw’r cod isod.
site-wrong-code = Cod i’w roi i ni: { $code }
# term
site-not-found-title = Allwn ni ddim dod o hyd i’r dudalen honno
site-not-found-body = Efallai nad yw’n bod, neu nad yw ar agor i chi. Edrychwch ar y cyfeiriad eto, neu ewch yn ôl i dudalen rydych yn ei hadnabod.
site-not-found-why = Rydym yn rhoi’r un ateb yn y ddau achos, fel na all neb ddod i wybod pa deuluoedd sydd yma.
site-not-found-ask = Os ydych yn meddwl y dylech ei gweld, gofynnwch i reolwr rhaglen eich ardal.
# term
site-stale-title = Mae rhywun arall wedi newid hwn
site-stale-body = Ni chafodd eich geiriau eu cadw dros eu geiriau nhw. Mae’r ddau isod: copïwch yr hyn sydd ei angen, yna cadwch eto.
site-stale-yours = Yr hyn y gwnaethoch chi ei deipio
site-stale-theirs = Yr hyn sydd wedi’i gadw nawr
site-stale-by = Newidiwyd ddiwethaf gan: { $who }, { $when }
site-stale-take = Cadw fy ngeiriau i yn ei le
site-stale-leave = Gadael yr hyn sydd wedi’i gadw
site-too-large-title = Mae hwnna’n rhy fawr i’w anfon
site-too-large-body = Y mwyaf y gall y dudalen hon ei dderbyn yw { $limit }. Ni chafodd dim ei gadw. Ewch yn ôl: mae’ch geiriau yno o hyd.
site-too-large-text = Mae { NUMBER($chars) } o nodau yma. Y mwyaf yw { NUMBER($max) }.
site-busy-title = Mae’r gwasanaeth yn brysur
site-busy-body =
    { $seconds ->
        [zero] Does dim wedi’i golli. Rhowch gynnig arall arni nawr.
        [one] Does dim wedi’i golli. Rhowch gynnig arall arni ymhen { $seconds } eiliad.
        [two] Does dim wedi’i golli. Rhowch gynnig arall arni ymhen { $seconds } eiliad.
        [few] Does dim wedi’i golli. Rhowch gynnig arall arni ymhen { $seconds } eiliad.
        [many] Does dim wedi’i golli. Rhowch gynnig arall arni ymhen { $seconds } eiliad.
       *[other] Does dim wedi’i golli. Rhowch gynnig arall arni ymhen { $seconds } eiliad.
    }
site-read-only-title = Gallwch ddarllen, ond nid cadw, ar hyn o bryd
site-read-only-body = Nid yw’r ddisg yn derbyn geiriau newydd. Mae’r hyn y gwnaethoch ei deipio isod: copïwch ef i rywle diogel, a rhowch wybod i’r gweinyddwr.
site-wrong-form-title = Allen ni ddim darllen y ffurflen honno
site-wrong-form-body = Daeth o wefan arall neu o dudalen a adawyd ar agor yn rhy hir. Mae’ch geiriau isod: edrychwch arnyn nhw ac anfonwch eto.
# term
site-signed-out-title = Rydych wedi cael eich allgofnodi. Mae’r hyn y gwnaethoch ei deipio yma o hyd.
site-signed-out-body = Mewngofnodwch eto a byddwch yn dod yn ôl i’r dudalen hon gyda’ch geiriau ynddi.
site-restored = Rydym wedi cadw’r hyn y gwnaethoch ei deipio. Edrychwch arno, yna anfonwch ef.
site-twice = Rydych wedi anfon hwn yn barod. Cafodd ei gadw unwaith.
site-method-title = Nid yw’r cyfeiriad hwnnw’n gwneud hynny
site-method-body = Ewch yn ôl a defnyddiwch fotymau’r dudalen.
site-script-off = Mae’r dudalen hon yn gweithio heb sgriptiau.

## Problems any form can have

site-problem-empty = Ysgrifennwch rywbeth yma
site-problem-choose = Dewiswch un
site-problem-long = Defnyddiwch { NUMBER($max) } o nodau neu lai
# term
site-problem-birth-empty = Rhowch ddyddiad geni
site-problem-day-empty = Rhowch ddyddiad
# term
site-problem-day-unreal = Rhowch ddyddiad go iawn
site-problem-day-unreal-example = Rhowch ddyddiad go iawn, fel 27 3 2015
site-problem-day-short-year = Ysgrifennwch y flwyddyn â phedwar ffigur, fel 2015
site-problem-day-part = Rhowch y mis a’r flwyddyn hefyd, neu’r flwyddyn yn unig
site-problem-day-future = Rhaid i’r dyddiad fod heddiw neu’n gynharach
site-problem-day-past = Rhaid i’r dyddiad fod heddiw neu’n hwyrach
site-problem-day-order = Rhaid i’r ail ddyddiad fod ar ôl y cyntaf
site-problem-day-early = Rhowch flwyddyn ar ôl 1900
site-problem-email = Rhowch gyfeiriad e-bost, fel enw@example.org
site-problem-file-type = Allwn ni ddim darllen ffeil o’r math hwnnw
site-problem-number = Rhowch rif

## Fields every form uses

site-field-day = Diwrnod
site-field-month = Mis
site-field-year = Blwyddyn
site-field-date-hint = Er enghraifft, 27 3 2015
site-field-name = Enw
site-field-email = Cyfeiriad e-bost
site-field-phone = Rhif ffôn
site-field-notes = Nodiadau
site-field-reason = Rheswm
site-field-characters = Hyd at { NUMBER($max) } o nodau
site-field-search = Chwilio yn ôl enw, cyfeirnod, cod post neu ddyddiad geni
site-field-search-hint = Mae dechrau enw’n ddigon. Does dim gwahaniaeth am acenion na llythrennau mawr.

## First page after signing in

site-home-title = Helo, { $name }
site-home-staff = Beth sydd angen eich sylw
site-home-due = I’w gwneud: { NUMBER($n) }
site-home-nothing-due = Does dim yn aros amdanoch heddiw.
site-home-to-decide = Atgyfeiriadau i’w penderfynu: { NUMBER($n) }
site-home-waiting = Teuluoedd yn aros: { NUMBER($n) }
site-home-outcomes = I’w hateb: { NUMBER($n) }
site-home-roles-to-confirm = Rolau i’w cadarnhau: { NUMBER($n) }
site-home-emergency-to-review = Mynediad brys i’w adolygu: { NUMBER($n) }
site-home-agreement-ending = Cytundebau sy’n dod i ben cyn hir: { NUMBER($n) }
site-home-my-referrals = Fy atgyfeiriadau
site-home-my-referrals-empty = Dydych chi ddim wedi atgyfeirio teulu eto.
site-home-no-family-content = Nid yw eich rôl yn agor cofnodion teuluoedd.
site-home-outside-body = Nid oes tudalennau i’ch rôl eto. Bydd y ffigurau y cewch eu gweld yma.

site-print-head = Preifat. Cadwch hwn yn ddiogel.
site-characters-left = Nodau ar ôl:
site-characters-over = Gormod o nodau:
site-draft-kept = Mae’ch geiriau wedi’u cadw fel drafft.
site-draft-not-kept = Nid yw’ch geiriau wedi’u cadw eto. Cadwch y dudalen hon ar agor.
