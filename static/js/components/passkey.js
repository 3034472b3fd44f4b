// Passkeys: the button shows where the browser knows them; what goes wrong is said in words.
document.querySelectorAll("[data-passkey]").forEach((part) => {
  part.hidden = !("PublicKeyCredential" in window);
});
document.addEventListener("allauth.error", (event) => {
  const words = document.querySelector("[data-passkey-failed]");
  if (!words) return;
  event.preventDefault();
  words.hidden = false;
  words.setAttribute("role", "alert");
});
