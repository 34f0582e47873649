## Information sharing agreements

# term
agreement-one = Cytundeb rhannu gwybodaeth
agreement-list-title = Cytundebau rhannu gwybodaeth
agreement-list-intro = Mae cytundeb mewn grym yn gadael i’r awdurdod a’r elusen weld gwaith un teulu gyda’i gilydd. Heb gytundeb, mae mynediad yn cau.
agreement-list-empty = Nid oes cytundeb wedi’i gofnodi. Ni ellir atgyfeirio teuluoedd nes bod un.
agreement-list-caption = Cytundebau, y diweddaraf yn gyntaf
agreement-title = Cytundeb: { $site }
agreement-parties = Partïon
agreement-from = Mewn grym o
agreement-to = Diwrnod olaf
agreement-purposes = Dibenion
agreement-purpose-support = Cefnogi teuluoedd
agreement-purpose-safeguarding = Cadw plant yn ddiogel
agreement-purpose-evaluation = Dysgu beth sy’n gweithio
agreement-purpose-funding = Adrodd i gyllidwyr, heb enwau
agreement-categories = Mathau o wybodaeth
# term
agreement-category-referral = Atgyfeiriadau
agreement-category-family = Teuluoedd a phobl
agreement-category-plan = Cynlluniau a nodau
agreement-category-session = Ymweliadau a sesiynau
agreement-category-stay = Seibiannau byr
agreement-category-concern = Pryderon
agreement-category-measure = Holiaduron
agreement-signed-by = Llofnodwyd gan
agreement-review-on = I’w adolygu
agreement-state = Cyflwr
agreement-state-none = Dim cytundeb
agreement-state-not-yet = Ddim mewn grym eto
agreement-state-in-force = Mewn grym
agreement-state-wind-down = Wedi dod i ben, mynediad yn cau
agreement-state-lapsed = Wedi dod i ben
agreement-ends-in =
    { $days ->
        [zero] Daw i ben heddiw
        [one] Daw i ben ymhen { $days } diwrnod
        [two] Daw i ben ymhen { $days } ddiwrnod
        [few] Daw i ben ymhen { $days } diwrnod
        [many] Daw i ben ymhen { $days } diwrnod
       *[other] Daw i ben ymhen { $days } diwrnod
    }
agreement-warning-title = Mae’r cytundeb hwn yn dod i ben cyn hir
agreement-warning-body = Adnewyddwch ef cyn { $day-short }. Y diwrnod wedyn ni ellir atgyfeirio, paru nac allforio unrhyw deulu, a bydd mynediad yr elusen yn dechrau cau.
agreement-wind-down-title = Mae’r cytundeb wedi dod i ben
agreement-wind-down-body = Mae pobl sydd eisoes yn gweithio gyda theulu yn cadw rhifau ffôn, ffeithiau diogelwch a chardiau aros tan { $day-short }. Mae popeth arall ar gau i’r elusen.
agreement-lapsed-body = Mae’r awdurdod yn cadw ei ran. Mae’r hyn sy’n cael ei gofnodi nawr yn aros dan sêl nes bod cytundeb mewn grym eto.
agreement-record-title = Cofnodi cytundeb
agreement-record-send = Cofnodi’r cytundeb
agreement-recorded = Mae’r cytundeb wedi’i gofnodi.
agreement-problem-from = Rhowch y diwrnod cyntaf
agreement-problem-to = Rhowch y diwrnod olaf
agreement-problem-order = Rhaid i’r diwrnod olaf fod ar ôl y cyntaf
agreement-problem-purposes = Dewiswch o leiaf un diben
agreement-problem-categories = Dewiswch o leiaf un math o wybodaeth
agreement-problem-overlap = Mae cytundeb arall yn cwmpasu rhai o’r dyddiau hyn
agreement-problem-signed = Rhowch enw’r person a lofnododd dros bob parti

## The programme area

agreement-site-title = Ardal y rhaglen: { $site }
# term
agreement-site-authority = Awdurdod
agreement-site-nation = Cenedl
agreement-site-none = Does dim ardal rhaglen ar agor i chi.

agreement-seen-by = Pwy sy’n cael gweld: { $category }
agreement-seen-by-hint = Isod, dewiswch pwy sy’n cael gweld pob math a ddewiswch yma.
agreement-category-line = { $category }: { $roles }
agreement-problem-seen-by = Dewiswch pwy sy’n cael gweld: { $category }
agreement-signed-authority = Llofnodwyd dros yr awdurdod gan
agreement-signed-charity = Llofnodwyd dros yr elusen gan
agreement-signed-hint = Eu swydd, fel Cyfarwyddwr Gwasanaethau Plant. Mae eu henw ar y papur a lofnodwyd.
agreement-signed-on-authority = Diwrnod llofnodi dros yr awdurdod
agreement-signed-on-charity = Diwrnod llofnodi dros yr elusen
agreement-signature = { $office }, { $day-short }
agreement-problem-signed-authority = Rhowch pwy lofnododd dros yr awdurdod
agreement-problem-signed-charity = Rhowch pwy lofnododd dros yr elusen
agreement-problem-signed-on-authority = Rhowch y diwrnod y cafodd ei lofnodi dros yr awdurdod
agreement-problem-signed-on-charity = Rhowch y diwrnod y cafodd ei lofnodi dros yr elusen
agreement-problem-signed-future = Rhaid i’r diwrnod llofnodi fod heddiw neu’n gynt
agreement-problem-review = Rhowch y diwrnod y mae i’w adolygu
agreement-problem-review-before = Rhaid ei adolygu ar ei ddiwrnod cyntaf neu wedyn
agreement-problem-office-long = Defnyddiwch { NUMBER($max) } nod neu lai ar gyfer pwy lofnododd
agreement-column-site = Ardal y rhaglen
agreement-dates = { $from } i { $to }
