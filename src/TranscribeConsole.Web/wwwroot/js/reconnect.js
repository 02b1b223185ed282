// Shows the dialog of ReconnectDialog.razor while the connection to the server is down. The page is not reloaded by itself:
// an upload that runs in it would be lost.
const dialog = document.getElementById("components-reconnect-modal");
const reload = () => location.reload();

async function retry() {
  try {
    // True: connected again; false: the server answers but has forgotten the page.
    if (await Blazor.reconnect()) dialog.close();
    else await resume();
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible, { once: true });
  }
}

async function resume() {
  try {
    if (await Blazor.resumeCircuit()) dialog.close();
    else dialog.className = "components-reconnect-rejected";
  } catch {
    dialog.className = "components-reconnect-rejected";
  }
}

function retryWhenVisible() {
  if (document.visibilityState === "visible" && dialog.open) retry();
}

dialog.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "hide") dialog.close();
  else if (!dialog.open) dialog.showModal();
  if (detail.state === "failed") document.addEventListener("visibilitychange", retryWhenVisible, { once: true });
});
dialog.addEventListener("cancel", event => event.preventDefault());
document.getElementById("reconnect-retry").addEventListener("click", retry);
document.getElementById("reconnect-resume").addEventListener("click", resume);
document.getElementById("reconnect-reload").addEventListener("click", reload);
