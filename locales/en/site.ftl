## Name and places

site-name = Step Up Step Down
site-title = { $page } – { $service }
site-title-error = Error: { $title }
site-strapline = Support beside families, more when it is needed and less when things are better
site-skip = Skip to main content
site-menu = Menu
site-nav-service = Service
site-nav-pages = Main pages
site-nav-breadcrumb = Where you are
site-nav-footer = More about this service
site-nav-home = Home
site-nav-referrals = Referrals
site-nav-waiting = Waiting list
site-nav-families = Families
site-nav-refer = Refer a family
site-nav-search = Search
site-nav-people = People
site-nav-agreements = Agreements
site-nav-break-glass = Emergency access
site-nav-journal = Journal
site-nav-words = Draft translations
site-nav-account = My account
site-nav-help = Help
site-nav-own = About my family
site-sign-in = Sign in
site-sign-out = Sign out
site-signed-in-as = Signed in: { $name }
site-leave = Leave this page
site-leave-hint = Shows an ordinary page at once in place of this one.
site-help-now = Help now
site-area = Programme area: { $site }

## Language. The name of each language is written in that language on every page.

site-language-name = English
site-language-choose = Language
site-language-to-welsh = Cymraeg
site-language-to-english = English
site-language-to-welsh-hint = See this page in Welsh
site-language-to-english-hint = See this page in English
site-language-kept = You changed the language. What you typed is still here.
site-language-written-in = Written in { $language }

## Foot of the page

site-footer-accessibility = Accessibility statement
site-footer-privacy = Privacy notice
site-footer-not = What we do not do
site-footer-help = Help
site-footer-api = For developers
site-footer-version = Version { $version }
site-footer-run-by = Run by a charity together with the authorities that take part.

## Buttons and small words

site-back = Back
site-previous = Previous
site-next = Next
site-continue = Continue
site-save = Save
site-save-and-continue = Save and continue
site-save-later = Save and come back later
site-send = Send
site-cancel = Cancel
site-change = Change
site-change-what = Change: { $what }
site-add = Add
site-add-another = Add another
site-remove = Remove
site-remove-what = Remove: { $what }
site-delete = Delete
site-undo = Undo
site-print = Print
site-download = Download
site-download-csv = Download as CSV
site-upload = Upload a file
site-filter = Filter
site-filter-clear = Clear the filter
site-everything = Everything
site-open = Open
site-open-what = Open: { $what }
site-confirm = Confirm
site-search = Search
site-show = Show
site-hide = Hide
site-try-again = Try again
site-close = Close
site-check-answers = Check your answers
site-optional = (optional)
site-optional-label = { $label } (optional)
site-not-known = Not known
site-not-recorded = Not recorded
site-prefer-not = Prefer not to say
site-none = None
site-draft = Draft
site-saved = Saved
site-sent = Sent
site-urgent = Urgent
site-today = Today
site-no-results = No results
site-nothing-yet = Nothing here yet
site-success = Done
site-important = Important
site-warning = Warning
site-new-here = New

## Tables and pages of a list

site-count = Total: { NUMBER($n) }
site-page-of = Page { NUMBER($page) } of { NUMBER($pages) }
site-page-number = Page { NUMBER($page) }
site-page-more = Next page
site-page-less = Previous page
site-page-first = First page
site-pagination = Pages of this list
site-sorted-by = Sorted by: { $column }
site-who-can-see = Who can see this
site-who-can-see-who = Who can see this: { $who }
site-audience-me = Only you
site-audience-me-and-carer = Only you and your carer
site-audience-team = The team that works with this family
site-audience-plan = Everyone named in the plan
site-audience-office = Programme staff and the family’s social worker

## Banners

site-draft-banner = Draft translation, not yet checked
site-draft-banner-hint = Some Welsh on this page has not been checked by a person yet.
site-demo-banner = This is a demonstration. Nobody here is real, and what you type is thrown away.
site-wind-down-banner =
    { $days ->
        [one] The information sharing agreement has ended. Access closes in { $days } day.
       *[other] The information sharing agreement has ended. Access closes in { $days } days.
    }
site-emergency-banner = You opened this record with emergency access. It ends at { $time }, and a second person will review it.

## When something is wrong

site-problem-title = There is a problem
site-problem-count =
    { $n ->
        [one] There is 1 problem on this page
       *[other] There are { $n } problems on this page
    }
site-wrong-title = Something went wrong. Your words are safe.
site-wrong-body = Try again in a minute. If it happens again, tell us the code below.
site-wrong-code = Code to tell us: { $code }
site-not-found-title = We cannot find that page
site-not-found-body = It may not exist, or it may not be open to you. Check the address, or go back to a page you know.
site-not-found-why = We give the same answer in both cases, so that nobody can find out which families are here.
site-not-found-ask = If you think you should see it, ask the programme manager of your area.
site-stale-title = Someone else has changed this
site-stale-body = Your words were not saved over theirs. Both are below: copy what you need, then save again.
site-stale-yours = What you typed
site-stale-theirs = What is saved now
site-stale-by = Last changed by { $who }, { $when }
site-stale-take = Save mine in its place
site-stale-leave = Keep what is saved
site-too-large-title = That is too large to send
site-too-large-body = The most this page takes is { $limit }. Nothing was saved. Go back: your words are still there.
site-too-large-text = This has { NUMBER($chars) } characters. The most is { NUMBER($max) }.
site-busy-title = The service is busy
site-busy-body =
    { $seconds ->
        [one] Nothing was lost. Try again in { $seconds } second.
       *[other] Nothing was lost. Try again in { $seconds } seconds.
    }
site-read-only-title = You can read, but not save, just now
site-read-only-body = The disk does not take new words. What you typed is below: copy it somewhere safe, and tell the administrator.
site-wrong-form-title = We could not read that form
site-wrong-form-body = It came from another site or from a page left open too long. Your words are below: look at them and send again.
site-signed-out-title = You have been signed out. What you typed is still here.
site-signed-out-body = Sign in again and you will come back to this page with your words in it.
site-restored = We kept what you typed. Look at it, then send it.
site-twice = You have sent this already. It was saved once.
site-method-title = That address does not do that
site-method-body = Go back and use the buttons of the page.
site-script-off = This page works without scripts.

## Problems any form can have

site-problem-empty = Write something here
site-problem-choose = Choose one
site-problem-long = Use { NUMBER($max) } characters or fewer
site-problem-birth-empty = Enter a date of birth
site-problem-day-empty = Enter a date
site-problem-day-unreal = Enter a real date
site-problem-day-unreal-example = Enter a real date, like 27 3 2015
site-problem-day-short-year = Write the year with four figures, like 2015
site-problem-day-part = Enter the month and year too, or the year alone
site-problem-day-future = The date must be today or earlier
site-problem-day-past = The date must be today or later
site-problem-day-order = The second date must be after the first
site-problem-day-early = Enter a year after 1900
site-problem-email = Enter an email address, like name@example.org
site-problem-file-type = We cannot read a file of that kind
site-problem-number = Enter a number

## Fields every form uses

site-field-day = Day
site-field-month = Month
site-field-year = Year
site-field-date-hint = For example, 27 3 2015
site-field-name = Name
site-field-email = Email address
site-field-phone = Phone number
site-field-notes = Notes
site-field-reason = Reason
site-field-characters = Up to { NUMBER($max) } characters
site-field-search = Search by name, reference, postcode or date of birth
site-field-search-hint = The beginning of a name is enough. Accents and capitals do not matter.

## First page after signing in

site-home-title = Hello, { $name }
site-home-staff = What needs you
site-home-due = Due: { NUMBER($n) }
site-home-nothing-due = Nothing is waiting for you today.
site-home-to-decide = Referrals to decide: { NUMBER($n) }
site-home-waiting = Families waiting: { NUMBER($n) }
site-home-outcomes = To answer: { NUMBER($n) }
site-home-roles-to-confirm = Roles to confirm: { NUMBER($n) }
site-home-emergency-to-review = Emergency access to review: { NUMBER($n) }
site-home-agreement-ending = Agreements that end soon: { NUMBER($n) }
site-home-my-referrals = My referrals
site-home-my-referrals-empty = You have not referred a family yet.
site-home-no-family-content = Your role does not open families’ records.
site-home-outside-body = There are no pages for your role yet. The figures you may see will be here.

site-print-head = Private. Keep this safe.
site-characters-left = Characters left:
site-characters-over = Characters too many:
site-draft-kept = Your words are kept as a draft.
site-draft-not-kept = Your words are not kept yet. Keep this page open.
