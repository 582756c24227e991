// Generated from templates/docs/*.hbs by scripts/precompile-templates.ts.
// @ts-nocheck
export const templates: Readonly<Record<'overview' | 'part' | 'relations-nosql' | 'relations-sql' | 's3' | 'store', object>> = {
  "overview": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- "
    + ((stack1 = lookupProperty(helpers,"text").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"text","hash":{},"data":data,"loc":{"start":{"line":8,"column":2},"end":{"line":8,"column":15}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"rules",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":18,"column":0},"end":{"line":18,"column":18}}})) != null ? stack1 : "")
    + "\n\n## Rules of thumb\n\n| What | Store |\n| --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"rules"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":26,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"when"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":25,"column":2},"end":{"line":25,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"store"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":25,"column":18},"end":{"line":25,"column":32}}})) != null ? stack1 : "")
    + " |\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"domain"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":36,"column":2},"end":{"line":36,"column":17}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"data"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":36,"column":20},"end":{"line":36,"column":33}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"store"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":36,"column":36},"end":{"line":36,"column":50}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"why"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":36,"column":53},"end":{"line":36,"column":65}}})) != null ? stack1 : "")
    + " |\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"split",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":40,"column":0},"end":{"line":40,"column":18}}})) != null ? stack1 : "")
    + "\n\n## Entities in several stores\n\n| Entity | PostgreSQL holds | MongoDB holds | S3 holds |\n| --- | --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"splits"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":48,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"entity"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":47,"column":2},"end":{"line":47,"column":17}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"postgres"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":47,"column":20},"end":{"line":47,"column":37}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"mongo"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":47,"column":40},"end":{"line":47,"column":54}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"s3"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":47,"column":57},"end":{"line":47,"column":68}}})) != null ? stack1 : "")
    + " |\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"access",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":52,"column":0},"end":{"line":52,"column":19}}})) != null ? stack1 : "")
    + "\n\n## How large content is read\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(lookupProperty(depth0,"access"),"steps"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":56,"column":0},"end":{"line":58,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"diagram").call(alias1,lookupProperty(lookupProperty(depth0,"access"),"picture"),{"name":"diagram","hash":{},"data":data,"loc":{"start":{"line":60,"column":0},"end":{"line":60,"column":26}}})) != null ? stack1 : "")
    + "\n\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "1. "
    + ((stack1 = lookupProperty(helpers,"text").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"text","hash":{},"data":data,"loc":{"start":{"line":57,"column":3},"end":{"line":57,"column":16}}})) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"base",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":64,"column":0},"end":{"line":64,"column":17}}})) != null ? stack1 : "")
    + "\n\n## What every record carries\n\n| Field | PostgreSQL | MongoDB | Type | From | On | Meaning |\n| --- | --- | --- | --- | --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"base"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":70,"column":0},"end":{"line":72,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"promises"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":74,"column":0},"end":{"line":76,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"field"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":71,"column":2},"end":{"line":71,"column":16}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"postgres"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":71,"column":19},"end":{"line":71,"column":36}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"mongo"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":71,"column":39},"end":{"line":71,"column":53}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"type"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":71,"column":56},"end":{"line":71,"column":69}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"mixin"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":71,"column":72},"end":{"line":71,"column":86}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"who"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":71,"column":89},"end":{"line":71,"column":101}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"meaning"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":71,"column":104},"end":{"line":71,"column":120}}})) != null ? stack1 : "")
    + " |\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"where"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":86,"column":2},"end":{"line":86,"column":16}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"what"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":86,"column":19},"end":{"line":86,"column":32}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"rule"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":86,"column":35},"end":{"line":86,"column":48}}})) != null ? stack1 : "")
    + " |\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":93,"column":25},"end":{"line":93,"column":38}}})) != null ? stack1 : "");
},"12":function(container,depth0,helpers,partials,data) {
    return " | ---";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"what"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":96,"column":2},"end":{"line":96,"column":15}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"cells"),{"name":"each","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":96,"column":15},"end":{"line":96,"column":55}}})) != null ? stack1 : "")
    + " |\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"relations",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":100,"column":0},"end":{"line":100,"column":22}}})) != null ? stack1 : "")
    + "\n\n## Which table belongs to which\n\nA table stands below the one that it belongs to, in whichever domain that is.\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"trees"),{"name":"each","hash":{},"fn":container.program(15, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":106,"column":0},"end":{"line":113,"column":9}}})) != null ? stack1 : "");
},"15":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"name"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":107,"column":0},"end":{"line":107,"column":13}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(16, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":109,"column":0},"end":{"line":111,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"16":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"indent").call(alias1,lookupProperty(depth0,"level"),{"name":"indent","hash":{},"data":data,"loc":{"start":{"line":110,"column":0},"end":{"line":110,"column":16}}})) != null ? stack1 : "")
    + "- "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"entry"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":110,"column":18},"end":{"line":110,"column":32}}})) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"title"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":1,"column":2},"end":{"line":1,"column":16}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"about"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":3,"column":14}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"lead"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":5,"column":13}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"pages"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":9,"column":9}}})) != null ? stack1 : "")
    + "\n## Contents\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"contents"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":15,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"rules"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":17,"column":0},"end":{"line":28,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"placement",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":29,"column":0},"end":{"line":29,"column":22}}})) != null ? stack1 : "")
    + "\n\n## What is where, and why\n\n| Domain | Data | Store | Why there |\n| --- | --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"placements"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":37,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"splits"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":39,"column":0},"end":{"line":50,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"access"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":51,"column":0},"end":{"line":62,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"base"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":63,"column":0},"end":{"line":78,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"naming",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":79,"column":0},"end":{"line":79,"column":19}}})) != null ? stack1 : "")
    + "\n\n## Naming\n\n| Where | What | Rule |\n| --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"conventions"),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":85,"column":0},"end":{"line":87,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"engines",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":89,"column":0},"end":{"line":89,"column":20}}})) != null ? stack1 : "")
    + "\n\n## Engines\n\n|"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"engineHeads"),{"name":"each","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":93,"column":1},"end":{"line":93,"column":47}}})) != null ? stack1 : "")
    + " |\n| ---"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"engineHeads"),{"name":"each","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":94,"column":5},"end":{"line":94,"column":41}}})) != null ? stack1 : "")
    + " |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"engines"),{"name":"each","hash":{},"fn":container.program(13, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":95,"column":0},"end":{"line":97,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"trees"),{"name":"if","hash":{},"fn":container.program(14, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":99,"column":0},"end":{"line":114,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "part": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"facts"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- "
    + ((stack1 = lookupProperty(helpers,"text").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"text","hash":{},"data":data,"loc":{"start":{"line":9,"column":2},"end":{"line":9,"column":15}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"name"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":16,"column":2},"end":{"line":16,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"logical"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":16,"column":18},"end":{"line":16,"column":34}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"type"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":16,"column":37},"end":{"line":16,"column":50}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"key"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":16,"column":53},"end":{"line":16,"column":65}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"default"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":16,"column":68},"end":{"line":16,"column":84}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"meaning"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":16,"column":87},"end":{"line":16,"column":103}}})) != null ? stack1 : "")
    + " |\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "Refers to:\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"refersTo"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":22,"column":0},"end":{"line":24,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "Referred to by:\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"referredBy"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":30,"column":0},"end":{"line":32,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| Unique | Promise |\n| --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"uniques"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":38,"column":0},"end":{"line":40,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"name"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":39,"column":2},"end":{"line":39,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"promise"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":39,"column":18},"end":{"line":39,"column":34}}})) != null ? stack1 : "")
    + " |\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| Index | On | Note |\n| --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"indexes"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":48,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"name"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":47,"column":2},"end":{"line":47,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"fields"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":47,"column":18},"end":{"line":47,"column":33}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"note"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":47,"column":36},"end":{"line":47,"column":49}}})) != null ? stack1 : "")
    + " |\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(lookupProperty(depth0,"lifecycle"),"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":52,"column":0},"end":{"line":52,"column":23}}})) != null ? stack1 : "")
    + "\n\n#### Life cycle\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(lookupProperty(depth0,"lifecycle"),"lead"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":56,"column":0},"end":{"line":56,"column":23}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"diagram").call(alias1,lookupProperty(lookupProperty(depth0,"lifecycle"),"diagram"),{"name":"diagram","hash":{},"data":data,"loc":{"start":{"line":58,"column":0},"end":{"line":58,"column":29}}})) != null ? stack1 : "")
    + "\n\n| State | May become | Meaning |\n| --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(lookupProperty(depth0,"lifecycle"),"states"),{"name":"each","hash":{},"fn":container.program(10, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":62,"column":0},"end":{"line":64,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"state"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":63,"column":2},"end":{"line":63,"column":16}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"next"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":63,"column":19},"end":{"line":63,"column":32}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"meaning"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":63,"column":35},"end":{"line":63,"column":51}}})) != null ? stack1 : "")
    + " |\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":1,"column":0},"end":{"line":1,"column":13}}})) != null ? stack1 : "")
    + "\n\n### "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"title"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":3,"column":4},"end":{"line":3,"column":18}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"lead"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":5,"column":0},"end":{"line":5,"column":13}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"facts"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"nameHead"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":13,"column":2},"end":{"line":13,"column":19}}})) != null ? stack1 : "")
    + " | In the spec | Type | Key | Default | Meaning |\n| --- | --- | --- | --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"fields"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":17,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"refersTo"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":19,"column":0},"end":{"line":26,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"referredBy"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":34,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"uniques"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":35,"column":0},"end":{"line":42,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"indexes"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":50,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"lifecycle"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":51,"column":0},"end":{"line":66,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "relations-nosql": {"0":function(container,depth0,helpers,partials,data) {
    return "- [Collections](#collections)\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "- [What leads from store to store](#references)\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- [Entities in several stores](#stores)\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"entries"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":17,"column":9}}})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  - "
    + ((stack1 = lookupProperty(helpers,"text").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"text","hash":{},"data":data,"loc":{"start":{"line":16,"column":4},"end":{"line":16,"column":17}}})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"collections",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":21,"column":0},"end":{"line":21,"column":24}}})) != null ? stack1 : "")
    + "\n\n## Collections\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"collections"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":25,"column":0},"end":{"line":28,"column":9}}})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"diagram").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"picture"),{"name":"diagram","hash":{},"data":data,"loc":{"start":{"line":26,"column":0},"end":{"line":26,"column":19}}})) != null ? stack1 : "")
    + "\n\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"references",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":31,"column":0},"end":{"line":31,"column":23}}})) != null ? stack1 : "")
    + "\n\n## What leads from store to store\n\n| From | By | Holds | To |\n| --- | --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"references"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":37,"column":0},"end":{"line":39,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"from"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":38,"column":2},"end":{"line":38,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"by"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":38,"column":18},"end":{"line":38,"column":29}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"holds"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":38,"column":32},"end":{"line":38,"column":46}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"to"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":38,"column":49},"end":{"line":38,"column":60}}})) != null ? stack1 : "")
    + " |\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"stores",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":43,"column":19}}})) != null ? stack1 : "")
    + "\n\n## Entities in several stores\n\nA dotted arrow may be empty.\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"stores"),{"name":"each","hash":{},"fn":container.program(9, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":49,"column":0},"end":{"line":58,"column":9}}})) != null ? stack1 : "");
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":50,"column":0},"end":{"line":50,"column":13}}})) != null ? stack1 : "")
    + "\n\n### "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"name"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":52,"column":4},"end":{"line":52,"column":17}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"about"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":54,"column":0},"end":{"line":54,"column":14}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"diagram").call(alias1,lookupProperty(depth0,"picture"),{"name":"diagram","hash":{},"data":data,"loc":{"start":{"line":56,"column":0},"end":{"line":56,"column":19}}})) != null ? stack1 : "")
    + "\n\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Collections and cross-references\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"lead"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":3,"column":13}}})) != null ? stack1 : "")
    + "\n\n## Contents\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"collections"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":9,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"references"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":12,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"stores"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":18,"column":7}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"collections"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":20,"column":0},"end":{"line":29,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"references"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":30,"column":0},"end":{"line":41,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"stores"),{"name":"if","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":59,"column":7}}})) != null ? stack1 : "");
},"useData":true},
  "relations-sql": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- "
    + ((stack1 = lookupProperty(helpers,"text").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"entry"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":9,"column":2},"end":{"line":9,"column":16}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"diagram").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"picture"),{"name":"diagram","hash":{},"data":data,"loc":{"start":{"line":17,"column":0},"end":{"line":17,"column":19}}})) != null ? stack1 : "")
    + "\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":21,"column":0},"end":{"line":21,"column":13}}})) != null ? stack1 : "")
    + "\n\n## "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"name"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":23,"column":3},"end":{"line":23,"column":16}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"about"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":25,"column":0},"end":{"line":25,"column":14}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"pictures"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":30,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"relations"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":31,"column":0},"end":{"line":38,"column":7}}})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| Table | By | Refers to | How many | When that is purged |\n| --- | --- | --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"relations"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":34,"column":0},"end":{"line":36,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"from"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":35,"column":2},"end":{"line":35,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"by"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":35,"column":18},"end":{"line":35,"column":29}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"to"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":35,"column":32},"end":{"line":35,"column":43}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"many"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":35,"column":46},"end":{"line":35,"column":59}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"purge"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":35,"column":62},"end":{"line":35,"column":76}}})) != null ? stack1 : "")
    + " |\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# Relations between tables\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"lead"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":3,"column":13}}})) != null ? stack1 : "")
    + "\n\n## Contents\n\n- [The whole](#whole)\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"chapters"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"whole",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":12,"column":0},"end":{"line":12,"column":18}}})) != null ? stack1 : "")
    + "\n\n## The whole\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"all"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":16,"column":0},"end":{"line":19,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"chapters"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":20,"column":0},"end":{"line":39,"column":9}}})) != null ? stack1 : "");
},"useData":true},
  "s3": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  - "
    + ((stack1 = lookupProperty(helpers,"text").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"text","hash":{},"data":data,"loc":{"start":{"line":9,"column":4},"end":{"line":9,"column":17}}})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"entry"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":12,"column":2},"end":{"line":12,"column":16}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"items"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":13,"column":0},"end":{"line":15,"column":9}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":25,"column":2},"end":{"line":25,"column":15}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"name"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":25,"column":15},"end":{"line":25,"column":28}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"env"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":25,"column":31},"end":{"line":25,"column":43}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"keeps"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":25,"column":46},"end":{"line":25,"column":60}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"about"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":25,"column":63},"end":{"line":25,"column":77}}})) != null ? stack1 : "")
    + " |\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":29,"column":0},"end":{"line":29,"column":13}}})) != null ? stack1 : "")
    + "\n\n## "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"name"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":31,"column":3},"end":{"line":31,"column":16}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"objects"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":33,"column":0},"end":{"line":46,"column":9}}})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":34,"column":0},"end":{"line":34,"column":13}}})) != null ? stack1 : "")
    + "\n\n### "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"title"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":36,"column":4},"end":{"line":36,"column":18}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"lead"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":38,"column":0},"end":{"line":38,"column":13}}})) != null ? stack1 : "")
    + "\n\n| | |\n| --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"rows"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":44,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"what"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":43,"column":2},"end":{"line":43,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"value"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":43,"column":18},"end":{"line":43,"column":32}}})) != null ? stack1 : "")
    + " |\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# S3\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"lead"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":3,"column":13}}})) != null ? stack1 : "")
    + "\n\n## Contents\n\n- [Buckets](#buckets)\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"bucketLinks"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":8,"column":0},"end":{"line":10,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"chapters"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":11,"column":0},"end":{"line":16,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"anchor").call(alias1,"buckets",{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":18,"column":0},"end":{"line":18,"column":20}}})) != null ? stack1 : "")
    + "\n\n## Buckets\n\n| Bucket | Its real name is in | Keeps | Meaning |\n| --- | --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"buckets"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":24,"column":0},"end":{"line":26,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"chapters"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":47,"column":9}}})) != null ? stack1 : "");
},"useData":true},
  "store": {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "- "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"entry"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":8,"column":2},"end":{"line":8,"column":16}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"items"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":9,"column":0},"end":{"line":11,"column":9}}})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "  - "
    + ((stack1 = lookupProperty(helpers,"text").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"name":"text","hash":{},"data":data,"loc":{"start":{"line":10,"column":4},"end":{"line":10,"column":17}}})) != null ? stack1 : "")
    + "\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":15,"column":13}}})) != null ? stack1 : "")
    + "\n\n## "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"name"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":17,"column":3},"end":{"line":17,"column":16}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"about"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":19,"column":0},"end":{"line":19,"column":14}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"pictures"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":21,"column":0},"end":{"line":21,"column":17}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"parts"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":23,"column":0},"end":{"line":26,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"shapes"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":27,"column":0},"end":{"line":40,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"enums"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":41,"column":0},"end":{"line":58,"column":9}}})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"part"),depth0,{"name":"part","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":28,"column":13}}})) != null ? stack1 : "")
    + "\n\n### "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"name"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":30,"column":4},"end":{"line":30,"column":17}}})) != null ? stack1 : "")
    + " (shape)\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"about"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":32,"column":0},"end":{"line":32,"column":14}}})) != null ? stack1 : "")
    + "\n\n| Field | In the spec | Type | Default | Meaning |\n| --- | --- | --- | --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"fields"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":36,"column":0},"end":{"line":38,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"name"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":37,"column":2},"end":{"line":37,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"logical"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":37,"column":18},"end":{"line":37,"column":34}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"type"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":37,"column":37},"end":{"line":37,"column":50}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"default"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":37,"column":53},"end":{"line":37,"column":69}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"meaning"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":37,"column":72},"end":{"line":37,"column":88}}})) != null ? stack1 : "")
    + " |\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"anchor").call(alias1,lookupProperty(depth0,"id"),{"name":"anchor","hash":{},"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":42,"column":13}}})) != null ? stack1 : "")
    + "\n\n### "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"name"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":44,"column":4},"end":{"line":44,"column":17}}})) != null ? stack1 : "")
    + " (enum)\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"about"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":46,"column":0},"end":{"line":46,"column":14}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"short"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":48,"column":0},"end":{"line":48,"column":14}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,lookupProperty(depth0,"values"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":50,"column":0},"end":{"line":56,"column":7}}})) != null ? stack1 : "")
    + "\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| Value | Meaning |\n| --- | --- |\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"values"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":53,"column":0},"end":{"line":55,"column":9}}})) != null ? stack1 : "");
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "| "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"name"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":54,"column":2},"end":{"line":54,"column":15}}})) != null ? stack1 : "")
    + " | "
    + ((stack1 = lookupProperty(helpers,"cell").call(alias1,lookupProperty(depth0,"about"),{"name":"cell","hash":{},"data":data,"loc":{"start":{"line":54,"column":18},"end":{"line":54,"column":32}}})) != null ? stack1 : "")
    + " |\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# "
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"title"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":1,"column":2},"end":{"line":1,"column":16}}})) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"text").call(alias1,lookupProperty(depth0,"lead"),{"name":"text","hash":{},"data":data,"loc":{"start":{"line":3,"column":0},"end":{"line":3,"column":13}}})) != null ? stack1 : "")
    + "\n\n## Contents\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"chapters"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":7,"column":0},"end":{"line":12,"column":9}}})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,lookupProperty(depth0,"chapters"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":14,"column":0},"end":{"line":59,"column":9}}})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
}
