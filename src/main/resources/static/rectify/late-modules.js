// Tasklist begins with the part of the engine's bundle that its first page needs; forms and diagrams
// are fetched when that stands, or at once when one is opened. The server cuts the parts out of the
// engine's own file (tasklist-parts.txt) and writes calls to the functions below into the application.
(function () {
  var script = document.currentScript;
  var LIST = '.tasks-list';
  /** The list is drawn before its tasks have come, which are asked for meanwhile. */
  var TASKS_TAKE = 1000;
  var PARTS = ['rest', 'forms', 'diagrams'];
  var arriving = {};
  var arrived = {};
  var need;

  function address(part) {
    return script.dataset.parts + part + '.js';
  }

  function element() {
    var made = document.createElement('script');
    made.nonce = script.nonce;
    return made;
  }

  function missing() {
    window.dispatchEvent(new Event('rectify-file-missing'));
    return new Error('页面的一部分没有下载成功，请检查网络后重新加载。');
  }

  /** Fetches a part beside what the page does; one that did not come is asked for again. */
  function fetchPart(part) {
    arriving[part] =
      arriving[part] ||
      new Promise(function (resolve, reject) {
        var made = element();
        made.src = address(part);
        made.onload = function () {
          arrived[part] = true;
          resolve();
        };
        made.onerror = function () {
          delete arriving[part];
          made.remove();
          reject(missing());
        };
        document.head.append(made);
      });
    return arriving[part];
  }

  /** For a module that is wanted in this very moment, before its part has come: the page waits. */
  function fetchNow(part) {
    if (arrived[part]) {
      return;
    }
    var request = new XMLHttpRequest();
    request.open('GET', address(part), false);
    try {
      request.send();
    } catch (offline) {
      throw missing();
    }
    if (request.status !== 200) {
      throw missing();
    }
    var made = element();
    made.text = request.responseText;
    document.head.append(made);
    made.remove();
    arrived[part] = true;
  }

  /** A directive that is made when the first of its kind is drawn. */
  function directive(part, id) {
    return [
      '$injector',
      function ($injector) {
        fetchNow(part);
        return $injector.invoke(need(id));
      }
    ];
  }

  /** Stands for the viewer's form until its part has come; Tasklist waits for importSchema before all else. */
  function lateForm(part, id) {
    return function Form(options) {
      if (arrived[part]) {
        return new (need(id).Form)(options);
      }
      var form = null;
      var ready = fetchPart(part).then(function () {
        form = new (need(id).Form)(options);
        return form;
      });
      this.importSchema = function (schema, data) {
        return ready.then(function () {
          return form.importSchema(schema, data);
        });
      };
      this.on = function (event, listener) {
        return form.on(event, listener);
      };
      this.submit = function () {
        return form.submit();
      };
    };
  }

  /** A module that no part was expected to be asked for: it is found all the same. */
  function findAnywhere(modules) {
    return new Proxy(
      {},
      {
        get: function (none, id) {
          if (typeof id !== 'string' || !/^\d+$/.test(id)) {
            return undefined;
          }
          PARTS.some(function (part) {
            fetchNow(part);
            return Object.prototype.hasOwnProperty.call(modules, id);
          });
          return Object.prototype.hasOwnProperty.call(modules, id) ? modules[id] : undefined;
        }
      }
    );
  }

  /** What the form viewer asks of a browser that one of 2019 has not, as far as it asks it. */
  function lend(type, name, value) {
    if (!type[name]) {
      Object.defineProperty(type, name, { value: value, configurable: true, writable: true });
    }
  }

  lend(Array.prototype, 'at', function (place) {
    return this[place < 0 ? this.length + place : place];
  });
  lend(String.prototype, 'replaceAll', function (words, others) {
    return this.split(words).join(others);
  });

  window.webpackChunkcamunda_bpm_webapp = window.webpackChunkcamunda_bpm_webapp || [];
  window.webpackChunkcamunda_bpm_webapp.push([
    ['rectify-late'],
    {},
    function (engines) {
      need = engines;
      need.directive = directive;
      need.lateForm = lateForm;
      Object.setPrototypeOf(need.m, findAnywhere(need.m));
    }
  ]);

  /** One behind the other: a form is opened before its diagram. */
  function fetchAhead() {
    fetchPart('forms')
      .then(function () {
        return fetchPart('diagrams');
      })
      .catch(function () {
        // said already; asked for again when it is needed
      });
  }

  var watch = setInterval(function () {
    if (document.querySelector(LIST)) {
      clearInterval(watch);
      setTimeout(fetchAhead, TASKS_TAKE);
    }
  }, 250);
})();
