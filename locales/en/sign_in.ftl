## Sign in

sign-in-title = Sign in
sign-in-intro = A passkey is quickest: your phone or computer knows you by your finger, face or PIN.
sign-in-email = Email address
sign-in-password = Password
sign-in-password-show = Show the password
sign-in-password-hide = Hide the password
sign-in-password-paste = You can paste it or let your browser fill it in.
sign-in-continue = Sign in
sign-in-with-passkey = Sign in with a passkey
sign-in-with-password = Sign in with a password
sign-in-or = or
sign-in-code-title = Enter your code
sign-in-code = Code
sign-in-code-hint = The six figures your authenticator app shows now.
sign-in-code-continue = Continue
sign-in-recovery-instead = I do not have my phone: use a recovery code
sign-in-recovery-title = Use a recovery code
sign-in-recovery-code = Recovery code
sign-in-recovery-hint = Each code works once.
sign-in-recovery-left =
    { $n ->
        [one] You have 1 recovery code left. Make new ones today.
       *[other] You have { $n } recovery codes left.
    }
sign-in-forgotten = I cannot sign in
sign-in-forgotten-body = Ask the administrator of your area for a new link. They will ring you first.
sign-in-welcome-back = You are back where you were.
sign-in-first-title = Open your account
sign-in-first-intro = This link opens one account, once. Choose how you will sign in.
sign-in-first-passkey = Use a passkey
sign-in-first-password = Choose a password
sign-in-first-password-hint = At least 12 characters. Three words you will remember are good.
sign-in-first-expired-title = This link does not work
sign-in-first-expired-body = It was used already, or it is too old. Ask for a new one.

## Problems

sign-in-problem-empty-email = Enter your email address
sign-in-problem-empty-password = Enter your password
sign-in-problem-wrong = The email address, the password or the code is not right. Nothing more is said, for safety.
sign-in-problem-code = The code is not right. Wait for the next one and try again.
sign-in-problem-code-used = That code was used already. Wait for the next one.
sign-in-problem-recovery = The recovery code is not right, or it was used already.
sign-in-problem-passkey = The passkey did not work. Try again, or sign in with a password.
sign-in-problem-passkey-stopped = The passkey was not used. Nothing has changed.
sign-in-problem-passkey-none = This browser does not know passkeys. Use a password.
sign-in-problem-throttled =
    { $minutes ->
        [one] Too many tries. Wait { $minutes } minute and try again.
       *[other] Too many tries. Wait { $minutes } minutes and try again.
    }
sign-in-problem-password-short = Use at least { NUMBER($min) } characters
sign-in-problem-password-long = Use at most { NUMBER($max) } characters
sign-in-problem-password-common = That password is on lists that thieves use. Choose another.
sign-in-problem-password-name = Do not use your name or email address in the password
sign-in-problem-expired = You waited too long. Begin again.

## Signed out

sign-in-out-title = You have signed out
sign-in-out-body = On a shared phone or computer, close this window too.
sign-in-out-again = Sign in again
sign-in-ended-title = Your sign-in has ended
sign-in-ended-body = It was too long ago, or it was ended from another place. Sign in again: your words are kept.

## Prove it is you again

sign-in-again-title = Prove it is you
sign-in-again-body = What you are about to do needs fresh proof. It lasts ten minutes.
sign-in-again-passkey = Use my passkey
sign-in-again-password = Use my password and code
sign-in-again-script = A passkey needs a script, and your browser does not run it. Allow scripts for this service, or add an authenticator app on another device.
sign-in-again-why-address = You are opening a protected address.
sign-in-again-why-export = You are taking names out of the service.
sign-in-again-why-role = You are changing what somebody may do.
sign-in-again-why-contact = You are changing how somebody is reached.

## A second way of proving who you are

sign-in-second-title = Add a second proof
sign-in-second-intro = Staff prove who they are in two ways before they see families. Do it once; it takes two minutes.
sign-in-second-passkey = Add a passkey
sign-in-second-passkey-hint = The simplest: nothing to type, and nobody can trick you out of it.
sign-in-passkey-script = A passkey needs a script, and your browser does not run it. Allow scripts for this service, or use an authenticator app.
sign-in-second-app = Use an authenticator app
sign-in-second-app-hint = An app on your phone shows a new code every 30 seconds.
sign-in-second-app-scan = Scan this picture with the app
sign-in-second-app-scan-alternative = Picture for the authenticator app. The same key is written below.
sign-in-second-app-key = Or type this key into the app
sign-in-second-app-code = The code the app shows
sign-in-second-app-add = Add the app
sign-in-second-added = The second proof is added.
sign-in-second-later = Not now
sign-in-codes-title = Your recovery codes
sign-in-codes-intro = If you lose your phone, one of these lets you in. Each works once. They are shown only now.
sign-in-codes-keep = Print them, or write them down and keep them away from your phone.
sign-in-codes-kept = I have kept them
sign-in-codes-new = Make new recovery codes
sign-in-codes-new-hint = The old ones stop working.

## My account

sign-in-account-title = My account
sign-in-account-name = Name
sign-in-account-email = Email address
sign-in-account-roles = My roles
sign-in-account-roles-none = You have no role yet. An administrator gives it.
sign-in-account-role-line = { $role }, { $site }, { $since }
sign-in-account-language = Languages
sign-in-account-language-speak = I like to speak
sign-in-account-language-read = I like to read
sign-in-account-language-reminders = Send my reminders in
sign-in-account-language-saved = Your languages are saved.
sign-in-account-email-change = Change the email address
sign-in-account-email-new = New email address
sign-in-account-email-saved = The email address is changed.
sign-in-account-email-taken = Choose another address: this one cannot be used
sign-in-account-proofs = How I sign in
sign-in-account-passkeys = Passkeys
sign-in-account-passkeys-none = No passkey yet
sign-in-account-passkey-name = Name of this passkey
sign-in-account-passkey-name-hint = So that you know it again: “my phone”
sign-in-account-passkey-add = Add a passkey
sign-in-account-passkey-added = Passkey added.
sign-in-account-passkey-remove = Remove this passkey
sign-in-account-passkey-removed = Passkey removed.
sign-in-account-passkey-made = Added { $day-short }
sign-in-account-passkey-used = Last used { $ago }
sign-in-account-last-proof = You cannot remove the only way you have to sign in.
sign-in-account-app = Authenticator app
sign-in-account-app-on = In use
sign-in-account-app-off = Not in use
sign-in-account-app-remove = Stop using the app
sign-in-account-password = Password
sign-in-account-password-set = A password is set
sign-in-account-password-none = No password
sign-in-account-password-change = Change the password
sign-in-account-password-now = Your password now
sign-in-account-password-new = New password
sign-in-account-password-changed = The password is changed. You are signed out everywhere else.
sign-in-account-codes = Recovery codes

## Where I am signed in

sign-in-list-title = Where I am signed in
sign-in-list-intro = If you do not know one of these, end it and change your password.
sign-in-list-this = This one
sign-in-list-began = Signed in { $when }
sign-in-list-seen = Last used { $ago }
sign-in-list-ends = Ends { $when }
sign-in-list-with-passkey = With a passkey
sign-in-list-with-password = With a password
sign-in-list-with-code = With a password and a code
sign-in-list-with-recovery = With a recovery code
sign-in-list-with-demo = In the demonstration
sign-in-list-with-link = With a one-time link
sign-in-list-end = Sign out there
sign-in-list-end-all = Sign out everywhere else
sign-in-list-ended = That sign-in has ended.
sign-in-list-none = You are signed in nowhere else.

## Demonstration only

sign-in-demo-title = People of the demonstration
sign-in-demo-intro = Press a name to sign in as that person. This list exists only in the demonstration.
sign-in-demo-press = Sign in as { $name }
sign-in-demo-again = Prove it with one press
sign-in-demo-again-hint = In the demonstration a press is enough. This button exists only here.
