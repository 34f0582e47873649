## The list and the search

# term
family-list-title = Teuluoedd
family-list-empty = Dim teuluoedd yma eto. Bydd teulu’n ymddangos pan gaiff ei atgyfeirio.
family-list-caption = Teuluoedd, y diweddaraf yn gyntaf
family-search-title = Dod o hyd i deulu
family-search-empty = Dim teulu wedi’i ganfod. Rhowch gynnig ar ddechrau enw, neu’r cyfeirnod.
family-search-many = Mwy na { NUMBER($max) } wedi’u canfod. Ychwanegwch enw arall neu ddyddiad geni.
family-search-found = Wedi canfod: { NUMBER($n) }
family-search-short = Ysgrifennwch o leiaf ddwy lythyren

## The family’s page

family-title = Teulu { $name }
family-title-no-name = Teulu { $reference }
family-reference = Cyfeirnod
family-level-none = Nid yw’r cymorth wedi dechrau
family-level-with = Gyda { $carers } · ar y lefel hon ers { $on }
family-people = Pobl
family-people-children = Plant
family-people-adults = Oedolion gartref
family-people-empty = Does neb wedi’i enwi eto.
# term
family-person-child = Plentyn
# term
family-person-adult = Oedolyn
family-person-not-born = Heb ei eni eto, disgwylir { $month }
family-person-born = Ganwyd { $day }
family-person-age = Oed
family-person-age-not-known = Oed ddim yn hysbys
family-person-about = Tua { $age }
family-person-known-as = Yr enw bob dydd
family-person-name-not-known = Enw ddim yn hysbys
family-person-relationship = Perthynas
family-person-legal-status = Statws cyfreithiol
family-person-reason = Rheswm dros atgyfeirio
family-person-speaks = Yn siarad
family-person-reads = Yn darllen
family-person-reminders = Negeseuon atgoffa
family-person-languages-differ = Iaith siarad: { $speaks }; iaith ddarllen: { $reads }
family-person-left = Ddim yn y teulu hwn mwyach
# term
family-referrals = Atgyfeiriadau
family-needs = Meysydd angen
family-needs-none = Dim meysydd wedi’u dewis
# term
family-going-well = Beth sy’n mynd yn dda
# term
family-worries = Beth sy’n poeni pobl
family-services = Gwasanaethau eraill
family-hard-before = Beth wnaeth hi’n anodd cael help o’r blaen
# term
family-next = Nesaf
family-next-none = Does dim wedi’i drefnu eto.

## Languages people speak, read and are reminded in

family-language-en = Saesneg
family-language-cy = Cymraeg
family-language-ga = Gwyddeleg
family-language-pl = Pwyleg
family-language-ar = Arabeg
family-language-uk = Wcreineg
family-language-ro = Rwmaneg
family-language-pt = Portiwgaleg
family-language-bfi = Iaith Arwyddion Prydain
family-language-isg = Iaith Arwyddion Iwerddon
family-language-other = Iaith arall
family-language-both = Cymraeg a Saesneg

## What has happened

family-timeline-title = Beth sydd wedi digwydd
family-timeline-empty = Does dim wedi digwydd eto. Yr atgyfeiriad fydd y peth cyntaf yma.
# term
family-timeline-everything = Popeth
# term
family-timeline-referrals = Atgyfeiriadau
family-timeline-entries = Cofnodion
family-timeline-older = Cynharach
family-timeline-newer = Diweddarach
family-timeline-plan = Y cynllun, fersiwn { NUMBER($version) }
family-timeline-plan-end = Cymorth wedi’i gynllunio tan { $on }
family-timeline-plan-open = Agor y fersiwn hwn

## History: every change, from the journal

family-history-title = Hanes
family-history-intro = Pob newid i’r cofnod hwn, y diweddaraf yn gyntaf. Ni ellir golygu na thynnu dim sydd yma.
family-history-empty = Dim newidiadau eto.
family-history-caption = Newidiadau i’r cofnod hwn
family-history-erased = Cafodd y rhan hon ei dileu. Mae’r ffaith ei bod wedi bod yno’n cael ei chadw.
family-history-before = Cynt
family-history-after = Wedyn

## Who has looked

# term
family-looked-title = Pwy sydd wedi edrych
family-looked-intro = Pawb sydd wedi agor y cofnod hwn, a pham roedden nhw’n cael gwneud hynny.
family-looked-intro-family = Pawb sydd wedi agor yr hyn sydd wedi’i ysgrifennu amdanoch chi. Rydym yn dangos eu gwaith, nid eu henw.
family-looked-empty = Does neb wedi edrych eto.
family-looked-caption = Pwy sydd wedi agor y cofnod hwn
family-looked-more = { $who } ac eraill
family-looked-times =
    { $n ->
        [zero] heb edrych
        [one] unwaith
        [two] dwywaith
        [few] { $n } gwaith
        [many] { $n } gwaith
       *[other] { $n } gwaith
    }
family-looked-worried = Os na ddylai rhywun fod wedi edrych, dywedwch wrth dîm y rhaglen.

## Who can see this

# term
family-see-title = Pwy sy’n gallu gweld hyn
family-see-intro = Y bobl sy’n cael agor y cofnod hwn heddiw.
family-see-emergency = Gall eraill ei agor am bedair awr mewn argyfwng. Rhaid iddyn nhw ddweud pam, ac mae ail berson yn ei adolygu.
family-see-protected = Mae rhywun yn cael ei atal rhag gweld y cofnod hwn.
family-see-of = Pwy sy’n gallu gweld hyn: { $family }
family-see-caption = Pwy sy’n cael agor y cofnod hwn heddiw
family-see-job = Gwaith
family-see-by = Oherwydd
family-see-by-match = Y paru: maen nhw’n cefnogi’r teulu, neu’n goruchwylio hynny
family-see-by-cover = Maen nhw’n cymryd lle rhywun, tan { $on }
family-see-by-work = Maen nhw’n gweithio gyda’r teulu
family-see-by-referral = Nhw a atgyfeiriodd y teulu
family-see-by-area = Mae eu gwaith yn ymwneud â’r ardal gyfan
family-see-own = Mae plant ac oedolion y teulu sydd â’u cyfrif eu hunain yn gweld eu rhan eu hunain, a rhan neb arall.
family-see-parts = Nid yw pawb yn darllen popeth: mae’r hyn a ysgrifennwyd am ymweliadau ar gyfer y rhai sy’n cefnogi’r teulu, a chedwir pryder oddi wrth y sawl y mae’n ymwneud â nhw.
family-see-urgent = Ar agor ar frys nawr: { NUMBER($n) }

## Safe ways to make contact

family-safe-title = Ffyrdd diogel o gysylltu
family-safe-none = Does dim ffordd ddiogel o gysylltu wedi’i nodi. Gofynnwch cyn ffonio.
family-safe-number = Rhif sy’n ddiogel
family-safe-times = Amserau sy’n ddiogel
family-safe-times-hint = Er enghraifft, ar ôl 3yp, pan fydd y plant yn yr ysgol
family-safe-no-message = Peidiwch â gadael neges
family-safe-address-hidden = Ni ddylid dangos y cyfeiriad
family-safe-address-hidden-hint = Mae’n cael ei gadw ar wahân. Mae angen rheswm i’w agor, ac mae hynny’n cael ei nodi yn y dyddlyfr.
family-safe-note = Unrhyw beth arall am gysylltu
family-safe-must-not = Pwy sydd ddim yn cael casglu, ffonio na gwybod
family-safe-must-not-hint = Enw, perthynas a pham. Mae pawb sy’n agor y cofnod yn gweld hyn yn gyntaf.
family-safe-must-not-none = Does neb wedi’i enwi.

## Addresses

family-address-title = Cyfeiriad
family-address-none = Does dim cyfeiriad wedi’i nodi.
family-address-protected = Mae’r cyfeiriad wedi’i ddiogelu
family-address-protected-hint = Gallai rhywun fod mewn perygl os daw’n hysbys.
family-address-open = Dangos y cyfeiriad sydd wedi’i ddiogelu
family-address-reason = Pam mae ei angen arnoch?
family-address-reason-visit = I ymweld heddiw
family-address-reason-safety = I gadw rhywun yn ddiogel
family-address-reason-post = I anfon llythyr
family-address-reason-correct = I’w gywiro
family-address-reason-empty = Dewiswch pam mae angen y cyfeiriad arnoch
family-address-opened = Agoroch chi’r cyfeiriad hwn { $when }. Mae wedi’i nodi yn y dyddlyfr.
family-address-do-not-copy = Peidiwch â’i gopïo i negeseuon na systemau eraill.

## Exports

family-export-title = Tynnu’r cofnod hwn allan
family-export-intro = Mae’r ffeil yn cynnwys yr hyn y cewch ei weld, gyda’ch enw a’r dyddiad ar bob tudalen.
family-export-made-for = Gwnaed ar gyfer { $who }, { $when }

## What a parent or young person sees of their own

family-own-title = Am fy nheulu
family-own-hello = Helo, { $name }
family-own-intro = Dyma’r hyn sydd wedi’i ysgrifennu amdanoch chi, a phwy sy’n gallu ei ddarllen.
family-own-intro-young = Dyma’r hyn sydd wedi’i ysgrifennu amdanat ti, a phwy sy’n gallu ei ddarllen.
family-own-nothing = Does dim wedi’i ysgrifennu amdanoch chi eto.
family-own-nothing-young = Does dim wedi’i ysgrifennu amdanat ti eto.
family-own-my-details = Fy manylion
# term
family-own-my-words = Fy marn i
family-own-wrong = Oes rhywbeth yn anghywir? Dywedwch wrth eich gweithiwr cymdeithasol neu dîm y rhaglen a byddwn yn edrych arno gyda chi.
family-own-wrong-young = Oes rhywbeth yn anghywir? Dyweda wrth rywun rwyt ti’n ymddiried ynddo yn y tîm a byddwn yn edrych arno gyda ti.
family-own-who-reads = Pwy sy’n gallu darllen hyn
family-own-only-you = Nid yw pobl eraill yn eich teulu yn gweld eich rhan chi.
family-own-only-you-young = Dydy pobl eraill yn dy deulu ddim yn gweld dy ran di.
# term
family-own-not-safe = Dydw i ddim yn teimlo’n ddiogel
family-own-not-safe-body = Os ydych mewn perygl nawr, ffoniwch 999. Os na allwch siarad, pwyswch 55 pan ofynnir i chi.
family-own-not-safe-body-young = Os wyt ti mewn perygl nawr, ffonia 999. Os na elli di siarad, pwysa 55 pan ofynnir i ti. Mae ffonio Childline ar 0800 1111 am ddim.
family-address-reason-collect = I nôl plentyn neu ddod â phlentyn adref
family-address-reason-letter = I anfon llythyr
family-address-reason-emergency = Gall rhywun fod mewn perygl
family-address-reason-court = Ar gyfer llys neu gyfarfod ffurfiol
family-own-reads = Eich gweithiwr cymdeithasol, rheolwr y tîm, tîm y rhaglen a’r arweinydd diogelu.
family-own-reads-young = Dy weithiwr cymdeithasol, rheolwr y tîm, tîm y rhaglen a’r arweinydd diogelu.
family-person-more = Mwy am { $person }
family-language-so = Somalieg
family-language-ur = Wrdw
family-language-tr = Tyrceg
family-language-bn = Bengaleg
family-kept-collect = Casglu plentyn
family-kept-call = Ffonio, ysgrifennu nac ymweld
family-kept-know = Gwybod ble maen nhw’n byw na’n bod ni yno
family-person-responsible = Cyfrifoldeb rhiant
family-person-communication = Yn helpu i ddeall a chael ei ddeall
family-person-disability = Anabledd neu salwch
family-person-ethnicity = Grŵp ethnig
family-orders-title = Gorchmynion llys
family-kept-away = Ni chaiff { $who }: { $ways }
family-kept-away-mark = Mae’n rhaid cadw rhywun draw
