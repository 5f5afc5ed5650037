/** What browsers of before 2022 lack and our scripts use; to be imported first. */

Object.hasOwn ??= (object: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(object, name);
