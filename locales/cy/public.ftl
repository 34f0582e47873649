## Front page

public-front-title = Cymorth wrth ochr teuluoedd
public-front-lead = Mae gofalwr maeth sydd wedi cael hyfforddiant arbennig yn gweithio wrth ochr teulu, er mwyn i blant allu aros gartref neu ddod adref.
public-front-how-title = Sut mae’n gweithio
public-front-how-one = Mae un gofalwr maeth yn gweithio gyda hyd at bedwar teulu ar y tro.
public-front-how-two = Mae mwy o gymorth pan fydd ei angen ar deulu, a llai pan fydd pethau’n well.
public-front-how-three = Eich cynllun chi yw e: eich nodau chi, yn eich geiriau chi.
public-front-how-four = Eich dewis chi yw cymryd rhan bob tro.
public-front-for-title = Ydy e i ni?
public-front-for-body = Gall gweithiwr cymdeithasol eich teulu ofyn amdano. Siaradwch am yr hyn a fyddai’n helpu.
public-front-carer-title = Beth mae’r gofalwr maeth yn ei wneud
public-front-carer-body = Helpu gyda’r diwrnod: amser gwely, prydau bwyd, cyrraedd yr ysgol, chwarae gyda’ch gilydd. Gwrando. Gall y plant aros dros nos am noson neu ddwy.
public-front-staff-title = I staff
public-front-staff-body = Mewngofnodwch i atgyfeirio teulu neu i barhau â’ch gwaith.
public-front-join-title = I awdurdodau
public-front-join-body = Yn meddwl am ymuno? Siaradwch â thîm y rhaglen.
public-danger = Os oes rhywun mewn perygl nawr, ffoniwch 999.

## Help

# term
public-help-title = Help
public-help-danger-title = Mewn perygl nawr
public-help-danger-body = Ffoniwch 999. Os na allwch siarad, pwyswch 55 pan ofynnir i chi.
public-help-worried-title = Yn poeni am blentyn
public-help-worried-body = Ffoniwch eich cyngor neu’ch Ymddiriedolaeth a gofynnwch am y gwasanaethau plant, ddydd neu nos. Nid yw ysgrifennu yn y gwasanaeth hwn yr un peth â dweud wrthyn nhw.
public-help-young-title = Plant a phobl ifanc
public-help-young-body = Mae Childline am ddim, ddydd a nos: 0800 1111. Nid yw’r alwad yn ymddangos ar y bil ffôn.
public-help-leave-title = Gadael yn gyflym
public-help-leave-body = Pwyswch “Gadael y dudalen hon” ar y brig. Mae’ch porwr yn dal i gofio’r tudalennau a welsoch: cliriwch ei hanes os gallai rhywun edrych.
public-help-sign-in-title = Trafferth mewngofnodi
public-help-sign-in-body = Gofynnwch i dîm y rhaglen neu weinyddwr eich ardal am ddolen newydd.
public-help-language-title = Cymraeg neu Saesneg
public-help-language-body = Mae pob tudalen yn y ddwy iaith. Newidiwch hi ar frig unrhyw dudalen: byddwch yn aros ble’r ydych, a bydd yr hyn y gwnaethoch ei deipio’n aros hefyd.
public-help-complain-title = Ddim yn hapus gyda rhywbeth
public-help-complain-body = Dywedwch wrth dîm y rhaglen. Gallwch gael eiriolwr wrth eich ochr, sy’n gweithio i chi ac i neb arall.

## Accessibility statement

# term
public-accessibility-title = Datganiad hygyrchedd
public-accessibility-intro = Dylai pawb allu defnyddio’r gwasanaeth hwn, ar unrhyw ffôn a gydag unrhyw ffordd o ddarllen.
public-accessibility-can-title = Beth allwch chi ei wneud
public-accessibility-can-zoom = Gwneud popeth ddwywaith mor fawr heb golli dim
public-accessibility-can-narrow = Ei ddefnyddio ar ffôn cul heb symud i’r ochr
public-accessibility-can-keyboard = Gwneud popeth â bysellfwrdd, neu â’ch llais
public-accessibility-can-reader = Ei glywed yn uchel gan ddarllenydd sgrin, yn yr iaith gywir
public-accessibility-can-script = Ei ddefnyddio heb sgriptiau
public-accessibility-can-colours = Dewis eich lliwiau eich hun, tywyll neu olau
public-accessibility-standard-title = Pa mor dda yw e
public-accessibility-standard-body = Rydym yn anelu at Ganllawiau Hygyrchedd Cynnwys y We 2.2, lefel AA, ac yn profi pob tudalen yn eu herbyn.
public-accessibility-not-title = Yr hyn y gwyddom nad yw’n ddigon da
public-accessibility-not-body = Mae rhywfaint o’r Gymraeg yn ddrafft heb ei wirio gan berson. Mae’r tudalennau hynny’n dweud hynny.
public-accessibility-tell-title = Rhowch wybod i ni
public-accessibility-tell-body = Os nad yw rhywbeth yn gweithio i chi, neu os oes ei angen arnoch mewn ffurf arall, rhowch wybod i dîm y rhaglen.
public-accessibility-enforce-title = Os nad ydych yn hapus â’n hateb
public-accessibility-enforce-body = Yng Nghymru a Lloegr, gall y Gwasanaeth Cynghori a Chymorth Cydraddoldeb helpu. Yng Ngogledd Iwerddon, gall y Comisiwn Cydraddoldeb helpu.

## Privacy notice

# term
public-privacy-title = Hysbysiad preifatrwydd
public-privacy-intro = Beth sy’n cael ei gadw amdanoch, pam, pwy sy’n gallu ei ddarllen, a beth allwch chi ei ofyn.
public-privacy-what-title = Beth sy’n cael ei gadw
public-privacy-what-body = Enwau, dyddiadau geni, sut i gysylltu â chi’n ddiogel, beth sy’n mynd yn dda, beth sy’n poeni pobl, a’r hyn sydd wedi’i gytuno gyda chi.
public-privacy-why-title = Pam
public-privacy-why-body = I gefnogi’ch teulu a chadw plant yn ddiogel. Mae’r awdurdod a’r elusen ill dau’n atebol amdano yn ôl y gyfraith.
public-privacy-who-title = Pwy sy’n gallu ei ddarllen
public-privacy-who-body = Dim ond pobl sy’n gweithio gyda’ch teulu. Mae pob agoriad yn cael ei nodi, a gallwch weld pa rolau sydd wedi edrych.
public-privacy-safe-title = Sut mae’n cael ei gadw’n ddiogel
public-privacy-safe-body = Mae enwau, cyfeiriadau a’r hyn mae pobl yn ei ysgrifennu dan sêl â’u hallwedd eu hunain. Ni all rhywun â chopi o’r ddisg eu darllen.
public-privacy-long-title = Am faint
public-privacy-long-body = Cyhyd ag y mae’r gyfraith yn ei ddweud, sy’n dibynnu ar a yw plentyn wedi bod mewn gofal erioed. Gall tîm y rhaglen ddweud wrthych beth yw’r dyddiad i’ch teulu chi.
public-privacy-rights-title = Beth allwch chi ei ofyn
public-privacy-rights-copy = Copi o’r hyn sydd wedi’i ysgrifennu amdanoch
public-privacy-rights-correct = Cywiro rhywbeth, neu ysgrifennu eich barn chi wrth ei ochr
public-privacy-rights-object = Atal rhywbeth rydym yn ei wneud ag ef
public-privacy-rights-complain = Cwyno wrth Swyddfa’r Comisiynydd Gwybodaeth: 0303 123 1113
public-privacy-cookies-title = Cwcis
public-privacy-cookies-body = Mae un cwci’n eich cadw wedi mewngofnodi. Does dim un arall, ac nid oes dim yn cael ei anfon at gwmni arall.

## What we do not do

# term
public-not-title = Yr hyn nad ydyn ni’n ei wneud
public-not-intro = Mae rhai pethau wedi’u gadael allan yn fwriadol.
public-not-writing = Does dim peiriant yn ysgrifennu amdanoch. Person ysgrifennodd bob gair am deulu.
public-not-score = Does dim byd yma’n rhoi sgôr i deuluoedd nac yn eu gosod mewn trefn, nac yn dyfalu beth fyddwch chi’n ei wneud.
public-not-map = Does dim mapiau o gartrefi.
public-not-location = Does neb yn dilyn ffôn neb.
public-not-games = Does dim pwyntiau, bathodynnau na rhediadau.
public-not-third = Nid yw unrhyw dudalen yn anfon dim at gwmni arall.
public-not-sell = Nid yw’r hyn sydd wedi’i ysgrifennu yma’n cael ei werthu, na’i ddefnyddio i werthu i chi.

public-accessibility-not-tried = Nid ydym eto wedi rhoi cynnig arno gyda phob darllenydd sgrin, nac ar ffonau hen iawn.
