// After a form came back with errors, reading goes on at their summary.
document.querySelector("[data-error-summary]")?.focus();
