## Referrals from a file: bringing it

import-title = Atgyfeiriadau o ffeil
import-intro = Dewch â’r ffeil mae eich system chi yn ei hallforio. Ni chaiff dim ei dderbyn cyn i chi edrych arno.
import-what = Tabl ag un rhes i bob person: CSV, Excel neu OpenDocument, hyd at 200 MB fel CSV a 20 MB fel taenlen.
import-who-sees = Dim ond chi sy’n gweld y ffeil. Mae’n cael ei selio yma a’i dileu ar ôl saith diwrnod.
import-choose = Ffeil
import-choose-hint = Mae’r rhes gyntaf yn dweud beth sydd ym mhob colofn.
import-send = Edrych ar y ffeil
import-none = Dydych chi ddim wedi dod â ffeil eto.
import-before = Ffeiliau rydych wedi dod â nhw
import-line = { $site }, { $when }
import-stage-loading = Ar ei ffordd
import-stage-ready = I edrych arni
import-stage-storing = Yn cael ei derbyn
import-stage-stored = Wedi’i derbyn
import-stage-undone = Wedi’i thynnu’n ôl

## Looking at it

import-look-title = Edrychwch cyn derbyn dim
import-rows = Rhesi
import-families = Teuluoedd
import-families-in = Teuluoedd sy’n gallu dod i mewn
import-families-out = Teuluoedd sy’n aros allan
import-rows-out = Rhesi sy’n aros allan
import-blank = Rhesi gwag, wedi’u gadael allan
import-look-at = Pethau i edrych arnyn nhw
import-take = Derbyn { $families }
import-families-count = { $n ->
    [zero] { NUMBER($n) } teulu
    [one] { NUMBER($n) } teulu
    [two] { NUMBER($n) } deulu
    [few] { NUMBER($n) } theulu
    [many] { NUMBER($n) } theulu
   *[other] { NUMBER($n) } teulu
}
import-take-hint = Nid yw’r teuluoedd sy’n aros allan yn newid. Cywirwch eu rhesi yn eich system chi, neu yn y ffeil isod, a dewch â hi eto: ni ddaw neb i mewn ddwywaith.
import-nothing-to-take = Ni all yr un teulu yn y ffeil hon ddod i mewn eto. Mae’r rhesi isod yn dweud beth i’w gywiro.
import-discard = Taflu’r ffeil
import-discarded = Mae’r ffeil wedi’i thaflu. Ni dderbyniwyd dim ohoni.
import-rows-file = Lawrlwytho’r rhesi sy’n aros allan
import-problems-title = Beth i edrych arno
import-problems-caption = Beth i edrych arno, fesul rhes
import-no-problems = Nid oes angen edrych eto ar ddim.
import-column-row = Rhes
import-column-column = Colofn
import-column-value = Beth sydd yno
import-column-what = Beth i’w wneud
import-column-family = Y teulu
import-keeps-out = yn cadw’r teulu allan
import-let-in = yn dod i mewn
import-page = Llinellau { NUMBER($from) } i { NUMBER($to) } o { NUMBER($all) }
import-columns-title = Beth sydd yn y colofnau
import-columns-hint = Dyfalwyd o’r penawdau. Cywirwch yr hyn sy’n anghywir; caiff ei gofio ar gyfer ffeil nesaf yr ardal hon.
import-column-unread = Heb ei darllen
import-column-of = Colofn “{ $heading }”
import-column-example = Er enghraifft: { $values }
import-columns-send = Darllen y ffeil fel hyn
import-columns-saved = Mae’r colofnau wedi’u cadw. Darllenwyd y ffeil eto.
import-unmapped = Colofnau heb eu darllen: { $columns }
import-problem-twice = { $field }: dewiswch un golofn yn unig
import-problem-missing = Dewiswch pa golofn sy’n dal: { $fields }

## What a column holds

import-field-person-id = Rhif y person
import-field-forename = Enw cyntaf
import-field-surname = Cyfenw
import-field-known-as = Yr enw bob dydd
import-field-birth = Dyddiad geni
import-field-sex = Rhyw: yn cael ei gymharu, nid ei gadw
import-field-relationship = Perthynas â’r plant
import-field-family = Rhif y teulu
import-field-address = Cyfeiriad
import-field-postcode = Cod post
import-field-language = Dewis iaith
import-field-interpreter = Cyfieithydd ar y pryd
import-field-referral-day = Dyddiad yr atgyfeiriad
import-field-reason = Rheswm dros atgyfeirio
import-field-needs = Meysydd angen
import-field-worker = Gweithiwr cymdeithasol
import-field-worker-email = E-bost y gweithiwr cymdeithasol
import-field-consent = Cytundeb i gymryd rhan
import-field-safe-to-call = Diogel i ffonio
import-field-going-well = Beth sy’n mynd yn dda, nodiadau

## Taking it in, and taking it back

import-storing-title = Mae’r teuluoedd yn cael eu derbyn
import-storing-line = { NUMBER($done) } o { NUMBER($all) }
import-storing-hint = Gallwch adael y dudalen hon a dod yn ôl.
import-stuck = Mae wedi stopio. Does dim wedi’i golli: ewch ymlaen o’r fan honno.
import-go-on = Mynd ymlaen
import-stored-title = Mae’r ffeil wedi’i derbyn
import-taken-in = Teuluoedd a dderbyniwyd
import-known = Teuluoedd a oedd yma’n barod
import-stored-next = Maen nhw gyda’r atgyfeiriadau eraill, yn aros am benderfyniad.
import-undo = Tynnu’r ffeil yn ôl
import-undo-hint = Mae pob teulu a ddaeth i mewn gyda’r ffeil hon yn cael ei ddileu, a’i allwedd hefyd. Mae hyn yn bosibl hyd nes y bydd rhywbeth wedi’i benderfynu, ei ysgrifennu neu ei ddweud ar gyfer un ohonyn nhw.
import-undone = Wedi’i thynnu’n ôl. Does dim ar ôl o’r ffeil ond pwy ddaeth â hi a phryd.
import-undo-built-on = Ni ellir ei thynnu’n ôl mwyach: gwnaed rhywbeth ar gyfer { $families }.
import-file-gone = Cafodd y ffeil ei hun ei dileu ar ôl saith diwrnod.
import-busy = Mae ffeil arall yn cael ei darllen. Rhowch gynnig arall arni mewn munud.
import-worker-named = Gweithiwr cymdeithasol a enwir yn y ffeil

## Files that cannot be read

import-file-none = Dewiswch ffeil
import-file-empty = Does dim rhesi yn y ffeil hon
import-file-not-a-table = Nid yw hwn yn dabl y gallwn ei ddarllen. Cadwch ef fel CSV neu Excel a dewch ag ef eto
import-file-columns = Mae gan y ffeil hon fwy na { NUMBER($max) } o golofnau. Allforiwch yr hyn sydd ei angen ar atgyfeiriad yn unig
import-file-rows = Mae gan y ffeil hon fwy na { NUMBER($max) } o resi. Rhannwch hi’n ffeiliau llai
import-file-row-without-end = Nid yw rhes { NUMBER($row) } yn dod i ben: mae dyfynnod yn agor ac nid yw’n cau
import-file-large = Mae’r ffeil hon yn rhy fawr: gall hyd at { NUMBER($megabytes) } MB ffitio
import-file-sheet = Ni ellir agor y daenlen hon. Os oes cyfrinair arni, cadwch hi heb un

## What is wrong in a row, and what to do

import-fault-short-row = Celloedd yn y rhes: { NUMBER($cells) }; colofnau: { NUMBER($columns) }. Llenwch y rhes.
import-fault-long-row = Celloedd yn y rhes: { NUMBER($cells) }; colofnau: { NUMBER($columns) }. Rhowch ddyfynodau o amgylch cell sydd â choma ynddi.
import-fault-no-family = Nid yw’r rhes yn dweud i ba deulu mae’n perthyn. Ysgrifennwch rif y teulu.
import-fault-no-family-like = Nid yw’r rhes yn dweud i ba deulu mae’n perthyn. Mae’r un person yn rhes { NUMBER($row) }: ysgrifennwch rif y teulu hwnnw, neu dilëwch y rhes hon.
import-fault-day-unreadable = Nid dyddiad yw hwn. Ysgrifennwch ef fel 27/03/2015.
import-fault-day-two-digit-year = Ysgrifennwch y flwyddyn â phedwar ffigur.
import-fault-day-no-such-month = Nid oes mis o’r fath. Edrychwch ar y dyddiad.
import-fault-day-no-such-day = Nid oes diwrnod o’r fath. Edrychwch ar y dyddiad.
import-fault-day-year-out-of-range = Ni all y flwyddyn fod yn gywir. Edrychwch ar y dyddiad.
import-fault-birth-in-future = Mae’r dyddiad geni yn y dyfodol. Os nad yw’r babi wedi’i eni eto, ysgrifennwch disgwyl 03/2027, gyda’r mis.
import-fault-birth-too-far-ahead = Disgwylir babi o fewn blwyddyn. Edrychwch ar y dyddiad.
import-fault-expected-in-past = Roedd disgwyl y babi cyn heddiw. Ysgrifennwch y dyddiad geni, neu fis diweddarach.
import-fault-referral-in-future = Mae dyddiad yr atgyfeiriad ar ôl heddiw. Edrychwch arno.
import-fault-referral-too-long-ago = Mae dyddiad yr atgyfeiriad cyn bod rhaglen. Edrychwch arno.
import-fault-too-long = Mae gormod o nodau: gall hyd at { NUMBER($max) } ffitio.
import-fault-no-child = Nid oes plentyn yn y teulu hwn. Edrychwch ar y berthynas ym mhob rhes.
import-fault-too-many-people = Gall atgyfeiriad enwi hyd at { NUMBER($max) } o bobl. Edrychwch ar rif y teulu yn ei resi.
import-fault-too-many-homes = Gall atgyfeiriad enwi hyd at { NUMBER($max) } o gartrefi. Edrychwch ar y cyfeiriadau.
import-fault-unborn-adult = Ni all oedolyn fod heb ei eni. Edrychwch ar y berthynas a’r dyddiad.
import-fault-family = Ni ellir atgyfeirio’r teulu hwn fel y mae. Edrychwch ar ei resi.
import-fault-relationship-not-known = Dydyn ni ddim yn adnabod y gair hwn. Ysgrifennwch plentyn, mam, tad-cu neu debyg.
import-fault-relationship-missing = Nid oes perthynas. Ysgrifennwch plentyn, mam, tad-cu neu debyg.
import-fault-relationship-not-known-adult = Dydyn ni ddim yn adnabod y gair hwn. Mae’r person yn 18 oed neu’n hŷn, felly oedolyn yw.
import-fault-relationship-missing-adult = Nid oes perthynas. Mae’r person yn 18 oed neu’n hŷn, felly oedolyn yw.
import-fault-birth-missing = Nid oes dyddiad geni. Ychwanegwch ef pan fyddwch yn ei wybod.
import-fault-born-long-ago = Yn hirach yn ôl nag y mae neb yn byw. Edrychwch ar y dyddiad.
import-fault-grown-child = Plentyn 18 oed neu’n hŷn fyddai hwn. Edrychwch ar y dyddiad a’r berthynas.
import-fault-forename-missing = Nid oes enw cyntaf. Ychwanegwch ef pan fyddwch yn ei wybod.
import-fault-same-row = Yr un fath â rhes { NUMBER($row) }, pob cell. Caiff ei derbyn unwaith.
import-fault-same-person = Mae’n debyg bod yr un person yn rhes { NUMBER($row) }. Daw’r ddau i mewn: edrychwch, ac unwch nhw wedyn.
import-fault-same-id = Yr un rhif person ag yn rhes { NUMBER($row) }, gyda manylion eraill. Edrychwch pa un sy’n gywir.
import-fault-same-family = Mae’n debyg bod yr un teulu o res { NUMBER($row) } dan rif arall. Daw’r ddau i mewn: edrychwch, ac unwch nhw wedyn.
import-fault-differs = Nid yr un fath ag yn rhes { NUMBER($row) } o’r teulu hwn. Defnyddir y dyddiad cynharaf a’r gweithiwr cymdeithasol cyntaf.
import-fault-sex-against-relationship = Nid yw hyn yn cyd-fynd â’r berthynas. Edrychwch ar y rhes. Nid yw rhyw yn cael ei gadw.
import-fault-parent-years = Llai na deuddeng mlynedd yn hŷn na’r plentyn yn rhes { NUMBER($row) }. Edrychwch ar y ddau ddyddiad geni.
import-fault-postcode-missing = Mae cyfeiriad heb god post. Ychwanegwch ef pan fyddwch yn ei wybod.
import-fault-postcode-foreign = Nid cod post yn y Deyrnas Unedig. Caiff ei gadw fel y mae wedi’i ysgrifennu.
import-fault-language-not-known = Dydyn ni ddim yn adnabod yr iaith hon. Caiff ei chadw gyda’r hyn sy’n helpu i ddeall a chael eich deall.
import-fault-referral-day-missing = Nid oes dyddiad atgyfeirio. Defnyddir heddiw.
import-fault-reason-missing = Nid oes rheswm ar gyfer y plentyn hwn. Gofynnwch, ac ychwanegwch ef.
import-fault-reason-not-known = Dydyn ni ddim yn adnabod y rheswm hwn. Caiff ei gadw gyda’r hyn sy’n poeni pobl.
import-fault-reason-of-adult = I blentyn mae rheswm yn perthyn. Nid yw un oedolyn yn cael ei gadw.
import-fault-mixed-reasons = Mae gan blant y teulu hwn resymau gwahanol. Mae pob un yn cadw ei reswm ei hun.
import-fault-need-other = Nid yw “arall” yn dweud beth fyddai’n helpu. Gofynnwch i’r teulu.
import-fault-need-not-known = Nid un o’r naw maes angen. Caiff ei gadw gyda’r hyn sy’n poeni pobl.
import-fault-email-odd = Ni all hwn fod yn gyfeiriad e-bost. Edrychwch arno.
import-fault-consent-not-given = Wnaethon nhw ddim cytuno i gymryd rhan. Gofynnwch pam, ac ysgrifennwch hynny yn eu geiriau nhw.
import-fault-consent-not-known = Dydyn ni ddim yn deall yr ateb hwn. Caiff ei gadw gyda’r hyn sy’n poeni pobl, a’r cytundeb fel heb ei ofyn.
