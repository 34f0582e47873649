## The nine areas of need, from the programme’s published role pack

need-title = Meysydd angen
need-routines = Trefn bob dydd
need-routines-hint = Amser gwely, prydau bwyd, cyrraedd yr ysgol
need-budgeting = Trefnu arian
need-budgeting-hint = Gwneud i’r arian bara, biliau, siopa
need-healthy-living = Byw’n iach
need-healthy-living-hint = Bwyd, cwsg, cadw’n heini, gweld y meddyg a’r deintydd
need-wellbeing = Lles meddyliol a chorfforol
need-wellbeing-hint = Sut mae pobl yn teimlo, gofid, poen, salwch
need-behaviour = Ymddygiad
need-behaviour-hint = Amseroedd anodd gartref neu yn yr ysgol, a’r hyn sy’n helpu
need-access-to-support = Cael gafael ar gymorth
need-access-to-support-hint = Dod o hyd i help gan eraill, ei gyrraedd a’i gadw
need-family-relationships = Perthnasoedd yn y teulu
need-family-relationships-hint = Cyd-dynnu, gwrando, bod yn agos
need-dealing-with-crisis = Ymdopi ag argyfwng
need-dealing-with-crisis-hint = Beth i’w wneud pan fydd pethau’n mynd o chwith
need-play-and-stimulation = Chwarae ac ysgogi
need-play-and-stimulation-hint = Chwarae, darllen a dysgu gyda’i gilydd
