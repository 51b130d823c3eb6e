"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  table.dataset.ready = "";
  const heads = [...table.querySelectorAll("thead th")];
  heads.forEach((head, place) => {
    const button = head.querySelector("button");
    if (!button) return;
    button.addEventListener("click", () => {
      const first = head.dataset.first || "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const wanted = head.getAttribute("aria-sort") === first ? other : first;
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", wanted);
      const sign = wanted === "ascending" ? 1 : -1;
      const value = (row) => row.cells[place].dataset.v ?? row.cells[place].textContent.trim();
      for (const body of table.querySelectorAll("tbody.rows")) {
        const rows = [...body.rows].map((row) => [value(row), row]);
        rows.sort(([one], [other]) => {
          if (one === "" || other === "") return (one === "") - (other === "");
          const apart = Number(one) - Number(other);
          return sign * (Number.isNaN(apart) ? one.localeCompare(other, document.documentElement.lang) : apart);
        });
        for (const [, row] of rows) body.append(row);
      }
    });
  });
}
