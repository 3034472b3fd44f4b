// A film starts in place once somebody asks for it; without a script the link leads to the film's own page.
document.querySelectorAll("[data-video-player]").forEach((link) => {
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.className = "video__frame";
    frame.src = link.dataset.videoPlayer;
    frame.title = link.dataset.videoTitle;
    frame.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.tabIndex = 0;
    link.replaceWith(frame);
    frame.focus();
  });
});
