(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');

  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  each('[data-action=english]', function (button) {
    button.addEventListener('click', function () {
      button.setAttribute('aria-pressed', String(root.classList.toggle('show-en')));
    });
  });
  each('[data-action=print]', function (button) { button.addEventListener('click', function () { window.print(); }); });

  each('[data-action=township]', function (select) {
    select.addEventListener('change', function () {
      each('#townships tbody tr:not(.total)', function (row) {
        var name = row.querySelector('th').textContent;
        row.classList.toggle('dim', select.value !== '' && name !== select.value);
      });
    });
  });

  each('[data-action=filter]', function (input) {
    input.addEventListener('input', function () {
      var wanted = input.value.trim().toLowerCase();
      each('.indicators tbody', function (topic) {
        var shown = 0;
        Array.prototype.forEach.call(topic.querySelectorAll('tr[id]'), function (row) {
          row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0;
          shown += row.hidden ? 0 : 1;
        });
        topic.hidden = shown === 0;
      });
    });
  });

  function sortBy(table, index, heading) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.querySelectorAll('tr:not(.total)'));
    var down = heading.getAttribute('aria-sort') !== 'descending';
    rows.sort(function (a, b) {
      var x = parseFloat(a.cells[index].getAttribute('data-sort'));
      var y = parseFloat(b.cells[index].getAttribute('data-sort'));
      if (isNaN(x) || isNaN(y)) { return isNaN(x) - isNaN(y); } // a missing value is last either way
      return down ? y - x : x - y;
    });
    each('.sortable th[aria-sort]', function (other) { other.removeAttribute('aria-sort'); });
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    rows.forEach(function (row) { body.insertBefore(row, body.querySelector('.total')); });
  }

  each('table.sortable', function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, index) {
      if (index === 0) { return; }
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      while (heading.firstChild) { button.appendChild(heading.firstChild); }
      heading.appendChild(button);
      button.addEventListener('click', function () { sortBy(table, index, heading); });
    });
  });
}());
