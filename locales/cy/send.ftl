## What people are sent: that there is something to read, and where. Nothing of any family, no programme in the subject

send-from-name = Negeseuon
send-subject = Mae neges i chi
send-subject-link = Dyma’r ddolen y gofynnoch amdani
send-subject-trial = Neges brawf
send-body-one-time-link = Dyma’r ddolen y gofynnoch amdani. Mae’n gweithio unwaith, tan { $until }.
send-body-draft-ends = Rydych wedi dechrau rhywbeth a heb ei anfon. Bydd yn cael ei ddileu ar { $on } os na fyddwch yn ei newid cyn hynny.
send-body-referral-received = Mae’r hyn a anfonoch wedi cyrraedd. Byddwch yn clywed gennym erbyn { $by }.
send-body-referral-received-outside = Mae’r hyn a anfonoch wedi cyrraedd. Byddwch yn clywed gennym erbyn { $by }. Os byddwch yn holi amdano, rhowch y cyfeirnod hwn: { $reference }
send-body-referral-to-decide = Mae rhywbeth yn aros i chi ei benderfynu.
send-body-offer-made = Mae cwestiwn i chi. Mae ateb yn helpu, boed yn gadarnhaol neu beidio.
send-body-offer-answered = Mae ateb i’r hyn y gwnaethoch ei ofyn.
send-body-match-made = Mae rhywbeth sy’n berthnasol i chi wedi’i benderfynu.
send-body-support-ended = Mae rhywbeth rydych chi’n gwybod amdano wedi dod i ben. Mae’r hyn a ddywedwyd amdano yno i’w ddarllen.
send-body-ring-carer = Edrychwch ar eich tudalen gyntaf heddiw: mae rhywun i’w ffonio.
send-body-urgent-to-read = Mae rhywbeth yn aros amdanoch a ddylai gael sylw yn fuan.
send-body-information-asked = Mae rhywun wedi gofyn rhywbeth i chi.
send-body-information-asked-by = Mae rhywun wedi gofyn rhywbeth i chi. Byddai ateb yn helpu fwyaf erbyn { $by }.
send-body-information-given = Mae ateb i’r hyn a ofynnoch.
send-body-decision-made = Mae penderfyniad i chi ei ddarllen.
send-body-outcome-asked = Hoffem ofyn i chi sut aeth rhywbeth.
send-body-trial = Prawf yw hwn. Os gallwch ei ddarllen, mae anfon yn gweithio.
send-body-nothing-more = Nid yw’r neges hon yn dweud dim mwy, fel na all neb arall ddysgu dim ohoni.
send-body-no-answer = Does neb yn darllen atebion i’r cyfeiriad hwn.
send-link-read = Darllenwch ar ôl mewngofnodi: { $link }
send-link-open = Agorwch yma: { $link }
send-text-family-told = Mae neges i chi. Ffoniwch y person rydych yn ei adnabod yma pan allwch chi.
send-text-family-told-next = Dydyn ni ddim wedi anghofio amdanoch chi. Byddwch yn clywed gennym eto erbyn { $by }.

## The list of messages

send-list-title = Negeseuon
send-list-intro = Yr hyn mae’r gwasanaeth yn ei anfon, ac a aeth. Nid yw’n dangos i bwy mae neges nac am beth mae hi.
send-list-empty = Does dim wedi’i anfon eto. Bydd negeseuon yma pan fydd rhywun yn atgyfeirio teulu, yn gofyn, yn ateb neu’n penderfynu.
send-list-caption = Negeseuon, y diweddaraf gyntaf
send-list-column-posted = Postiwyd
send-list-column-kind = Neges
send-list-column-channel = Sut
send-list-column-language = Iaith
send-list-column-state = Cyflwr
send-list-column-tries = Ceisiau
send-list-column-why = Trafferth ddiwethaf
send-list-given-up-title = Rhoddwyd y gorau iddyn nhw
send-list-of-sites = Pryd mae pobl yn cael llonydd
send-list-older = Negeseuon hŷn
send-list-from-start = Y negeseuon diweddaraf
send-list-given-up = { $n ->
    [zero] Ni roddwyd y gorau i unrhyw neges.
    [one] Rhoddwyd y gorau i un neges. Mae rhywun heb glywed gennym.
    [two] Rhoddwyd y gorau i ddwy neges ar y dudalen hon. Mae rhywun heb glywed gennym.
    [few] Rhoddwyd y gorau i { NUMBER($n) } neges ar y dudalen hon. Mae rhywun heb glywed gennym.
    [many] Rhoddwyd y gorau i { NUMBER($n) } neges ar y dudalen hon. Mae rhywun heb glywed gennym.
   *[other] Rhoddwyd y gorau i { NUMBER($n) } neges ar y dudalen hon. Mae rhywun heb glywed gennym.
}
send-list-kept = Arddangosiad neu brawf o’r cyfan yw hwn: does dim yn gadael y peiriant hwn.
send-list-no-mail = Does dim e-bost yn gadael y gwasanaeth hwn: ni enwyd gweinydd e-bost wrth ei gychwyn.
send-list-no-text = Does dim neges destun yn gadael y gwasanaeth hwn: ni enwyd porth wrth ei gychwyn.
send-again = Ceisio eto
send-again-done = Bydd yn cael ei hanfon eto nawr.
send-trial-title = Ydy anfon yn gweithio?
send-trial-intro = Anfonwch e-bost i’ch cyfeiriad eich hun.
send-trial = Anfon prawf ataf
send-trial-done = Mae prawf ar ei ffordd i’ch cyfeiriad eich hun.
send-state-queued = Yn aros
send-state-queued-until = Yn aros tan { $when }
send-state-sent = Anfonwyd { $when }
send-state-kept = Byddai wedi’i hanfon { $when }
send-state-given-up = Rhoddwyd y gorau iddi
send-state-segments = { $n ->
    [zero] Dim darnau testun
    [one] Un darn testun
    [two] Dau ddarn testun
    [few] { NUMBER($n) } darn testun
    [many] { NUMBER($n) } darn testun
   *[other] { NUMBER($n) } darn testun
}
send-channel-email = E-bost
send-channel-sms = Neges destun
send-kind-one-time-link = Dolen i atgyfeirio
send-kind-draft-ends = Bydd drafft yn cael ei ddileu
send-kind-referral-received = Mae atgyfeiriad wedi cyrraedd
send-kind-referral-received-outside = Mae atgyfeiriad o’r tu allan wedi cyrraedd
send-kind-referral-to-decide = Mae atgyfeiriad i’w benderfynu
send-kind-information-asked = Gofynnwyd rhywbeth
send-kind-information-given = Atebwyd rhywbeth
send-kind-decision-made = Mae penderfyniad
send-kind-family-told = Dweud wrth deulu
send-kind-outcome-asked = Gofyn beth ddigwyddodd wedyn
send-kind-offer-made = Cynnig i ofalwr maeth
send-kind-offer-answered = Mae gofalwr maeth wedi ateb
send-kind-match-made = Daethpwyd o hyd i ofalwr maeth
send-kind-support-ended = Mae gwaith gyda theulu wedi dod i ben
send-kind-ring-carer = Mae rhywun i’w ffonio
send-kind-urgent-to-read = Rhywbeth i’w ddarllen yn fuan
send-kind-trial = Prawf
send-failure-no-answer = Ni atebodd y gweinydd
send-failure-not-now = Dywedodd y gweinydd: nid nawr
send-failure-not-let-in = Nid yw’r gweinydd yn derbyn ein henw neu’n cyfrinair
send-failure-not-safe = Ni ellid gwneud cysylltiad diogel
send-failure-refused = Mae’r gweinydd yn gwrthod y neges hon
send-failure-no-address = Nid yw hwn yn gyfeiriad y gall neges fynd iddo
send-failure-gone = Nid oes modd cyrraedd y person mwyach
send-failure-no-way = Ni osodwyd ffordd o anfon

## When people are left alone

send-hours-title = Oriau tawel
send-hours-heading = Oriau tawel: { $place }
send-hours-intro = Yn yr oriau hyn does dim yn cael ei anfon os gall aros tan y bore. Bydd dolen y mae rhywun yn aros amdani yn cael ei hanfon ar unrhyw adeg.
send-hours-from = Tawel o
send-hours-to = Tawel tan
send-hours-hint = Yr amser yn ôl y cloc, er enghraifft 21:00. Mae dau amser yr un fath yn golygu dim oriau tawel.
send-hours-ring = Y rhif mae teuluoedd yn ei ffonio
send-hours-ring-hint = Mae’n cael ei argraffu ar lythyrau. Gadewch yn wag os nad oes un; bydd llythyrau wedyn yn enwi person.
send-hours-save = Cadw
send-hours-saved = Mae’r oriau tawel wedi’u cadw.
send-hours-problem-time = Rhowch amser fel 21:00
send-hours-problem-ring = Rhowch rif ffôn o 30 digid a bwlch ar y mwyaf

## A text to somebody in the family

send-offer-title = Ei anfon fel neges destun
send-offer-intro = Dewisoch “drwy neges”. Rhoddodd yr oedolion hyn rif diogel, ac mae modd gadael neges iddyn nhw. Ticiwch at bwy i anfon hyn yn union:
send-offer-whom = At bwy i anfon neges destun
send-offer-none = Does dim modd anfon neges destun at unrhyw oedolyn yma: nid oes rhif symudol diogel, neu ni chaniateir gadael neges.
send-offer-no-way = Ni all y gwasanaeth hwn anfon negeseuon testun. Dywedwch wrthyn nhw mewn ffordd arall, neu anfonwch hi eich hun, ac yna cadwch hynny yma.
send-offer-language = Yn yr iaith mae { $name } yn ei darllen
send-offer-length = { $n ->
    [zero] Dim neges destun i’w hanfon.
    [one] Yn cael ei hanfon fel un neges destun.
    [two] Yn cael ei hanfon, a thalu amdani, fel dwy neges destun.
    [few] Yn cael ei hanfon, a thalu amdani, fel { NUMBER($n) } neges destun.
    [many] Yn cael ei hanfon, a thalu amdani, fel { NUMBER($n) } neges destun.
   *[other] Yn cael ei hanfon, a thalu amdani, fel { NUMBER($n) } neges destun.
}
send-offer-letters = Mae’r llythrennau hyn yn ei gwneud yn hirach: { $letters }
send-offer-send = Anfon y neges destun a chadw’r hyn a ddywedwyd
send-offer-keep = Cadw’r hyn a ddywedwyd, heb anfon neges destun
send-offer-sent = Bydd y neges destun yn cael ei hanfon, ac mae’r hyn a ddywedwyd wedi’i gadw.
send-offer-problem = Dewiswch oedolyn sy’n gallu cael neges destun, neu peidiwch ag anfon un

## A letter for one adult

send-letter-title = Llythyrau
send-letter-intro = Un llythyr i bob oedolyn, yn yr iaith maen nhw’n ei darllen. Mae’n dweud sut mae pethau’n sefyll a phryd byddan nhw’n clywed nesaf, a dim am neb arall.
send-letter-hidden = Ni chaniateir dangos y cyfeiriad, felly nid oes un ar y llythyr. Rhowch y llythyr iddyn nhw eich hun, neu mewn ffordd ddiogel iddyn nhw.
send-letter-choose = Llythyr i { $name }
send-letter-print = Argraffwch y dudalen hon. Dim ond y llythyr sy’n cael ei argraffu.
send-letter-dear = Annwyl { $name },
send-letter-submitted = Rydym wedi cael y cais am help i’ch teulu. Nid oes penderfyniad eto.
send-letter-submitted-by = Byddwn yn dweud wrthych erbyn { $by } beth yw’r penderfyniad.
send-letter-waiting = Rydym wedi dweud y gallwn helpu. Rydych yn aros am ofalwr maeth.
send-letter-waits-for = Am beth rydym yn aros: { $things }.
send-letter-waits-for-place = lle ar gael
send-letter-waits-for-near = gofalwr maeth yn eich ardal
send-letter-waits-for-language = gofalwr maeth sy’n siarad eich iaith
send-letter-waits-for-skills = gofalwr maeth â’r sgiliau iawn
send-letter-waits-for-family-ready = amser sy’n iawn i chi
send-letter-matched = Mae gofalwr maeth yn dechrau gweithio gyda’ch teulu.
send-letter-not-accepted = Ni allwn helpu y tro hwn. Gall eich gweithiwr cymdeithasol ddweud wrthych pam, a pha help arall sydd ar gael.
send-letter-withdrawn = Cafodd y cais am help ei dynnu’n ôl, felly ni fydd dim mwy yn digwydd gydag ef.
send-letter-next = Byddwch yn clywed gennym eto erbyn { $by }.
send-letter-ring = Os ydych am ofyn unrhyw beth, ffoniwch ni ar { $number }.
send-letter-ask-for = Os ydych am ofyn unrhyw beth, gofynnwch am { $name }.
send-letter-danger = Os oes rhywun mewn perygl nawr, ffoniwch 999.
send-letter-yours = Yn gywir,
